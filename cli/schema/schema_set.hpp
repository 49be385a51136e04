#pragma once
#include <functional>
#include <memory>
#include <vector>

#include "schema/schema.hpp"

namespace tizza::schema {

class Compiler;

/// Schemas that stand anywhere in documents of another kind, such as API descriptions. Each is
/// compiled when it is first needed, and once. For one thread.
class SchemaSet {
 public:
  /// `resolve` gives what the `$ref` in the mapping `holder` leads to, or nothing: then the `$id`s
  /// and anchors of the schemas that index() saw are asked.
  SchemaSet(const CompileOptions& options, std::function<Node(Node holder)> resolve);
  ~SchemaSet();

  /// Takes note of the `$id`, the anchors and the `$schema` of a schema; call it for those around
  /// it first. Only needed for schemas that have some.
  void index(Node schema);

  /// Why the instance does not satisfy the schema; empty where it does, or where a part of the
  /// schema that counts for this instance cannot be used, since then nothing can be said.
  std::vector<Failure> check(Node schema, Node instance, const ValidateOptions& options = {});

 private:
  std::unique_ptr<Compiler> compiler_;
};

}  // namespace tizza::schema
