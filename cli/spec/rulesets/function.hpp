#pragma once
#include <memory>
#include <span>
#include <string>
#include <string_view>

#include "base/result.hpp"
#include "ports/file_system.hpp"
#include "spec/finding.hpp"
#include "spec/rulesets/resolved_view.hpp"

namespace tizza::spec::rulesets {

/// What a function looks at: a value, a name (`@key`, `~`), or that nothing is there.
struct Subject {
  enum class Kind : uint8_t { kValue, kName, kAbsent };
  Kind kind = Kind::kAbsent;
  Node value;            ///< kValue: references followed where the rule sees them so.
  std::string name;      ///< kName.
  Place place;           ///< The value, the name, or for what is absent its nearest holder.
  std::string property;  ///< The key or index; for what is absent its path from the holder.

  /// As messages name it: `title` in backticks, or `the document`.
  std::string label() const;
  /// The text of a string or a name; none for all else.
  std::optional<std::string_view> text() const;
  bool is_mapping() const { return kind == Kind::kValue && value.is_mapping(); }
};

/// Where to point for a value: at a scalar itself, at the key of a collection, or at its first
/// byte.
Place place_of(Node value);

/// Takes what a function finds.
class Reporter {
 public:
  Reporter(const ResolvedView& resolved, const jsonpath::View& view, uint64_t& schema_steps)
      : resolved_(resolved), view_(view), schema_steps_(schema_steps) {}
  virtual ~Reporter() = default;

  /// At `place`, whose key or index is `property`.
  virtual void fail(const Place& place, std::string_view property, std::string message) = 0;
  void fail(const Subject& subject, std::string message) {
    fail(subject.place, subject.property, std::move(message));
  }

  /// The description with its references followed, whatever the rule sees.
  const ResolvedView& resolved() const { return resolved_; }
  /// The description as the rule sees it.
  const jsonpath::View& view() const { return view_; }
  /// What is left of the steps that all schemas together may take with this description.
  uint64_t& schema_steps() { return schema_steps_; }

 private:
  const ResolvedView& resolved_;
  const jsonpath::View& view_;
  uint64_t& schema_steps_;
};

/// A function of a ruleset with its options, ready to run. Immutable; threads share it.
class Function {
 public:
  virtual ~Function() = default;
  virtual void check(const Subject& subject, Reporter& reporter) const = 0;
};

using FunctionPtr = std::unique_ptr<const Function>;

/// The options of one use of a function in a ruleset.
struct Options {
  DocumentPtr document;  ///< The ruleset.
  Node node;             ///< `functionOptions`, or nothing.
  Node place;            ///< The name of the function, to point at.
  const FileReader& files;
};

/// One function: a file in functions/ and a row in functions/function_table.cpp.
struct FunctionSpec {
  std::string_view name;
  /// The definition in registry-schema/ruleset.schema.json that its options follow; none where it
  /// takes none.
  std::string_view options;
  Result<FunctionPtr> (*compile)(const Options& options);
};

std::span<const FunctionSpec* const> all_functions();
const FunctionSpec* find_function(std::string_view name);

}  // namespace tizza::spec::rulesets
