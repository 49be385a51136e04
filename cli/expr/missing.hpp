#pragma once
#include <string_view>

#include "expr/object.hpp"
#include "expr/origin.hpp"

namespace tizza::expr {

class Scope;

/// What an undefined value remembers, so that its first use can say what is missing and where.
struct Missing {
  std::string_view name;          ///< The variable, attribute or item asked for.
  std::string_view hint;          ///< The whole message where it is not about a name.
  const Scope* scope = nullptr;   ///< Variables: where the name was looked for.
  const Object* owner = nullptr;  ///< Attributes and items: the value without them.
  /// What a conditional expression without `else` gives: empty where it is printed, tested or gone
  /// through, and an error only in operations.
  bool is_silent = false;
  const Origin* origin = nullptr;
  Span span;
};

/// Throws the Failure "`x` is not defined" at the place where the value came from, with near names.
[[noreturn]] void fail_missing(const Missing& missing);

}  // namespace tizza::expr
