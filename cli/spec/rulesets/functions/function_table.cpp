#include "spec/rulesets/function.hpp"

// One row a function; each is a file beside this.
#define TIZZA_FUNCTIONS(ROW)       \
  ROW(kAlphabetical)               \
  ROW(kCasing)                     \
  ROW(kDefined)                    \
  ROW(kEnumeration)                \
  ROW(kFalsy)                      \
  ROW(kLength)                     \
  ROW(kOr)                         \
  ROW(kPattern)                    \
  ROW(kSchema)                     \
  ROW(kTruthy)                     \
  ROW(kTypedEnum)                  \
  ROW(kUndefined)                  \
  ROW(kUnreferencedReusableObject) \
  ROW(kXor)

namespace tizza::spec::rulesets {

#define TIZZA_DECLARE(function) extern const FunctionSpec function;
TIZZA_FUNCTIONS(TIZZA_DECLARE)
#undef TIZZA_DECLARE

std::span<const FunctionSpec* const> all_functions() {
#define TIZZA_ADDRESS(function) &function,
  static constexpr const FunctionSpec* kFunctions[] = {TIZZA_FUNCTIONS(TIZZA_ADDRESS)};
#undef TIZZA_ADDRESS
  return kFunctions;
}

const FunctionSpec* find_function(std::string_view name) {
  for (const FunctionSpec* function : all_functions()) {
    if (function->name == name) return function;
  }
  return nullptr;
}

}  // namespace tizza::spec::rulesets
