#pragma once
#include <span>
#include <string_view>
#include <vector>

#include "release/python_tokens.hpp"
#include "release/version_format.hpp"

namespace tizza::release {

/// What a Python module binds at its top level and what it hands to calls: enough to follow a
/// version from `setup(version=VERSION)` to the constant, without running anything.
class PythonModule {
 public:
  /// The tokens of one expression or statement, brackets balanced.
  using Tokens = std::span<const PythonToken>;

  /// A broken text is an error of the rule `syntax`.
  static Result<PythonModule> read(const SourcePtr& source);

  /// The tokens behind `name=` in each call `function(…)`. Calls of a method count only where
  /// `is_module` says yes to what stands before the dot.
  struct Call {
    Span name;
    std::vector<Tokens> arguments;  ///< Those behind `keyword=`; more than one breaks Python.
  };
  std::vector<Call> calls(std::string_view function, std::string_view keyword,
                          bool (*is_module)(std::string_view)) const;

  /// Whether the top level binds `name` at all; function and class bodies do not count.
  bool binds(std::string_view name) const { return !bindings(name).empty(); }

  /// The text of the constant `name`. An error where it is bound several times (both places) or
  /// to something that is no plain string.
  Result<FoundVersion> constant(std::string_view name) const;

  /// The text of an expression: a plain string, or a name that leads to one.
  Result<FoundVersion> evaluate(Tokens expression) const;

  /// The plain strings in a list, a tuple or the values of a dictionary, and in what its names lead
  /// to. An error where anything else takes part.
  Result<std::vector<FoundVersion>> texts(Tokens expression) const;

  const SourcePtr& source() const { return source_; }

 private:
  struct Binding {
    Span name;
    Tokens value;  ///< Empty where it is no assignment (import, loop, definition).
  };

  PythonModule(SourcePtr source, std::vector<PythonToken> tokens)
      : source_(std::move(source)), tokens_(std::move(tokens)) {}

  std::vector<Binding> bindings(std::string_view name) const;
  Result<FoundVersion> constant(std::string_view name, Span asked, int depth) const;
  Result<FoundVersion> evaluate(Tokens expression, int depth) const;
  Status add_texts(Tokens expression, int& lookups, std::vector<FoundVersion>& texts) const;
  Result<FoundVersion> literal(const PythonToken& token) const;
  Error computed(Tokens expression) const;

  SourcePtr source_;
  std::vector<PythonToken> tokens_;
};

}  // namespace tizza::release
