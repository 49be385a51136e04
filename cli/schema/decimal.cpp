#include "schema/decimal.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <charconv>
#include <cmath>

#include "text/scalar.hpp"

namespace tizza::schema {
namespace {

__extension__ typedef unsigned __int128 Wide;

constexpr int64_t kExponentLimit = 1'000'000'000;

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

/// The digits at the start of `text`, which is shortened by them.
std::string_view take_digits(std::string_view& text) {
  size_t size = 0;
  while (size < text.size() && is_digit(text[size])) ++size;
  const std::string_view digits = text.substr(0, size);
  text.remove_prefix(size);
  return digits;
}

std::optional<int64_t> read_exponent(std::string_view text) {
  const bool is_negative = text.starts_with('-');
  if (is_negative || text.starts_with('+')) text.remove_prefix(1);
  const std::string_view digits = take_digits(text);
  if (digits.empty() || !text.empty()) return std::nullopt;
  int64_t value = kExponentLimit;
  std::from_chars(digits.data(), digits.data() + digits.size(), value);
  value = std::min(value, kExponentLimit);
  return is_negative ? -value : value;
}

/// base^exponent modulo `modulus`.
uint64_t power_modulo(uint64_t base, uint64_t exponent, uint64_t modulus) {
  uint64_t result = 1 % modulus;
  for (base %= modulus; exponent > 0; exponent >>= 1) {
    if (exponent & 1) result = static_cast<uint64_t>(Wide{result} * base % modulus);
    base = static_cast<uint64_t>(Wide{base} * base % modulus);
  }
  return result;
}

}  // namespace

std::optional<Decimal> Decimal::parse(std::string_view text) {
  if (text.starts_with("0x") || text.starts_with("0o")) {
    const auto value = parse_core_int(text);
    return value ? parse(std::to_string(*value)) : std::nullopt;
  }
  Decimal number;
  number.is_negative_ = text.starts_with('-');
  if (number.is_negative_ || text.starts_with('+')) text.remove_prefix(1);
  number.digits_ = take_digits(text);
  size_t count = number.digits_.size();
  if (text.starts_with('.')) {
    text.remove_prefix(1);
    const std::string_view fraction = take_digits(text);
    number.digits_ += fraction;
    number.exponent_ = -static_cast<int64_t>(fraction.size());
    count += fraction.size();
  }
  if (count == 0) return std::nullopt;
  if (text.starts_with('e') || text.starts_with('E')) {
    const auto exponent = read_exponent(text.substr(1));
    if (!exponent) return std::nullopt;
    number.exponent_ += *exponent;
    text = {};
  }
  if (!text.empty()) return std::nullopt;
  number.digits_.erase(0, number.digits_.find_first_not_of('0'));
  while (number.digits_.ends_with('0')) {
    number.digits_.pop_back();
    ++number.exponent_;
  }
  if (number.digits_.empty()) return Decimal();
  return number;
}

bool Decimal::is_multiple_of(const Decimal& divisor) const {
  if (divisor.digits_.empty()) return false;
  if (digits_.empty()) return true;
  if (exponent_ < divisor.exponent_) return false;  // our last digit is not 0
  uint64_t modulus = 0;
  const char* end = divisor.digits_.data() + divisor.digits_.size();
  if (std::from_chars(divisor.digits_.data(), end, modulus).ec != std::errc()) return false;
  Wide rest = 0;
  for (const char digit : digits_)
    rest = (rest * 10 + static_cast<unsigned>(digit - '0')) % modulus;
  const auto shift = static_cast<uint64_t>(exponent_ - divisor.exponent_);
  return rest * power_modulo(10, shift, modulus) % modulus == 0;
}

std::strong_ordering Decimal::compare_magnitude(const Decimal& other) const {
  if (digits_.empty() || other.digits_.empty()) return other.digits_.empty() <=> digits_.empty();
  const int64_t places = static_cast<int64_t>(digits_.size()) + exponent_;
  const int64_t other_places = static_cast<int64_t>(other.digits_.size()) + other.exponent_;
  if (places != other_places) return places <=> other_places;
  return digits_.compare(other.digits_) <=> 0;
}

std::strong_ordering Decimal::operator<=>(const Decimal& other) const {
  if (is_negative_ != other.is_negative_) return other.is_negative_ <=> is_negative_;
  return is_negative_ ? other.compare_magnitude(*this) : compare_magnitude(other);
}

std::string Decimal::canonical() const {
  if (digits_.empty()) return "0";
  return fmt::format("{}{}e{}", is_negative_ ? "-" : "", digits_, exponent_);
}

}  // namespace tizza::schema
