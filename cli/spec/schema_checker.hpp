#pragma once
#include <cstdint>

#include "schema/schema_set.hpp"
#include "spec/description.hpp"
#include "spec/finding.hpp"

namespace tizza::spec {

/// How many steps all values of a description together may take to be held to schemas.
uint64_t schema_allowance(const Document& document);

/// Holds values of a description, such as examples and defaults, to its schemas. These stand
/// anywhere, in the description or in what it refers to; each is compiled when it is first needed,
/// in the dialect of its version. For one thread.
class SchemaChecker {
 public:
  explicit SchemaChecker(const ApiDescription& api);

  /// Reports at its place each reason why `value` does not satisfy `schema`, which may be a
  /// reference. Silent where the schema cannot be used: that is the finding of another rule.
  void check(Node schema, Node value, RuleFindings& findings,
             schema::Direction direction = schema::Direction::kNone);

  /// The same for an example of a body or parameter of this media type. A text in a notation that
  /// is not JSON stands for a value that cannot be seen.
  void check_media(std::string_view media_type, Node schema, Node value, RuleFindings& findings,
                   schema::Direction direction);

 private:
  std::vector<schema::Failure> failures(Node schema, Node value, schema::Direction direction);

  const ApiDescription& api_;
  schema::SchemaSet schemas_;
  uint64_t steps_;
};

}  // namespace tizza::spec
