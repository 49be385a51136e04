#pragma once
#include <compare>
#include <cstdint>
#include <string>
#include <string_view>

namespace tizza {

/// A whole number from 0 up of any length: version numbers have no upper bound, and dates with a
/// time already pass 64 bits.
class Natural {
 public:
  Natural() = default;
  Natural(uint64_t value) : digits_(std::to_string(value)) {}

  /// `digits` is one or more of 0 to 9; zeros in front are dropped.
  static Natural from_digits(std::string_view digits);

  const std::string& text() const { return digits_; }
  bool is_zero() const { return digits_ == "0"; }
  Natural next() const;

  bool operator==(const Natural&) const = default;
  std::strong_ordering operator<=>(const Natural& other) const;

 private:
  std::string digits_ = "0";
};

/// Whether `text` is one or more of 0 to 9.
bool is_all_digits(std::string_view text);

}  // namespace tizza
