#pragma once
#include <cstddef>
#include <string_view>

namespace tizza::expr {

/// The bytes from `at` on that are a number as Python writes it, digits joined by single
/// underscores included; 0 where there is none. A float has a fraction or an exponent, and stands
/// behind no dot.
size_t float_size(std::string_view text, size_t at);

/// Decimal without leading zeros, or behind `0b`, `0o` or `0x`.
size_t integer_size(std::string_view text, size_t at);

}  // namespace tizza::expr
