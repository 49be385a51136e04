#pragma once
#include <cstdint>
#include <optional>
#include <string_view>

#include "expr/object.hpp"

/// Python's int(), float() and round().
namespace tizza::expr {

/// White space, a sign, underscores and (for base 0, 2, 8, 16) a prefix are accepted. None where
/// the text is no number or does not fit.
std::optional<int64_t> parse_int(std::string_view text, int64_t base);
std::optional<double> parse_float(std::string_view text);

/// Half to even, on the exact value. A negative precision rounds in front of the point.
Object round_int(int64_t value, int64_t precision);
Object round_float(double value, int64_t precision);

}  // namespace tizza::expr
