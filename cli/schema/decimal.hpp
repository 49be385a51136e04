#pragma once
#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace tizza::schema {

/// A number exactly as it was written: JSON Schema compares and divides numbers by value, which
/// doubles would round (`0.0075` is a multiple of `0.0001`; 20 digits are not those of a double).
class Decimal {
 public:
  /// Reads a number of the YAML core schema or of JSON; none for `.inf`, `.nan` and other texts.
  static std::optional<Decimal> parse(std::string_view text);

  bool is_integer() const { return digits_.empty() || exponent_ >= 0; }

  /// Whether this divided by `divisor` is a whole number. False for a divisor of zero.
  bool is_multiple_of(const Decimal& divisor) const;

  std::strong_ordering operator<=>(const Decimal& other) const;
  bool operator==(const Decimal& other) const = default;

  /// One text for each value.
  std::string canonical() const;

 private:
  std::strong_ordering compare_magnitude(const Decimal& other) const;

  // The value is digits × 10^exponent; no zeros at either end of the digits, none at all for zero.
  bool is_negative_ = false;
  std::string digits_;
  int64_t exponent_ = 0;
};

}  // namespace tizza::schema
