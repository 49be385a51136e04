#include "expr/numbers.hpp"

#include <charconv>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <limits>
#include <string>

#include "base/strings.hpp"
#include "expr/failure.hpp"
#include "expr/unicode.hpp"

namespace tizza::expr {
namespace {

// Underscores may stand between digits only.
std::optional<std::string> without_underscores(std::string_view text) {
  std::string result;
  for (size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '_') {
      result += text[i];
      continue;
    }
    const auto is_word = [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z'); };
    const bool is_between =
        i > 0 && i + 1 < text.size() && is_word(text[i - 1]) && is_word(text[i + 1]);
    if (!is_between) return std::nullopt;
  }
  return result;
}

}  // namespace

std::optional<int64_t> parse_int(std::string_view text, int64_t base) {
  std::string lower = to_lower(strip(text));
  bool is_negative = false;
  if (!lower.empty() && (lower[0] == '+' || lower[0] == '-')) {
    is_negative = lower[0] == '-';
    lower.erase(0, 1);
  }
  if (lower.size() > 2 && lower[0] == '0') {
    const int64_t prefixed = lower[1] == 'x' ? 16 : lower[1] == 'o' ? 8 : lower[1] == 'b' ? 2 : 0;
    if (prefixed != 0 && (base == prefixed || base == 0)) {
      base = prefixed;
      lower.erase(0, lower[2] == '_' ? 3 : 2);
    }
  }
  if (base == 0) base = 10;
  if (base < 2 || base > 36) return std::nullopt;
  const auto digits = without_underscores(lower);
  if (!digits || digits->empty() || (*digits)[0] == '-' || (*digits)[0] == '+') return std::nullopt;
  const std::string signed_digits = (is_negative ? "-" : "") + *digits;
  int64_t value = 0;
  const char* end = signed_digits.data() + signed_digits.size();
  const auto result = std::from_chars(signed_digits.data(), end, value, static_cast<int>(base));
  if (result.ec == std::errc::result_out_of_range && result.ptr == end) {
    throw Failure("`" + std::string(text) + "` does not fit in 64 bits");
  }
  if (result.ec != std::errc() || result.ptr != end) return std::nullopt;
  return value;
}

std::optional<double> parse_float(std::string_view text) {
  const std::string lower = to_lower(strip(text));
  auto digits = without_underscores(lower);
  if (!digits || digits->empty()) return std::nullopt;
  bool is_negative = false;
  if ((*digits)[0] == '+' || (*digits)[0] == '-') {
    is_negative = (*digits)[0] == '-';
    digits->erase(0, 1);
  }
  const double sign = is_negative ? -1.0 : 1.0;
  if (*digits == "inf" || *digits == "infinity") {
    return sign * std::numeric_limits<double>::infinity();
  }
  if (*digits == "nan") return std::numeric_limits<double>::quiet_NaN();
  if (digits->empty() || digits->find_first_not_of("0123456789.e+-") != std::string::npos) {
    return std::nullopt;
  }
  if ((*digits)[0] == '-' || (*digits)[0] == '+') return std::nullopt;
  double value = 0;
  const char* end = digits->data() + digits->size();
  const auto result = std::from_chars(digits->data(), end, value);
  if (result.ptr != end) return std::nullopt;
  if (result.ec == std::errc::result_out_of_range) {
    const bool is_small = digits->find("e-") != std::string::npos;
    return sign * (is_small ? 0.0 : std::numeric_limits<double>::infinity());
  }
  if (result.ec != std::errc()) return std::nullopt;
  return sign * value;
}

Object round_int(int64_t value, int64_t precision) {
  if (precision >= 0) return value;
  if (precision < -18) return int64_t{0};
  int64_t unit = 1;
  for (int64_t i = precision; i < 0; ++i) unit *= 10;
  const int64_t rest = ((value % unit) + unit) % unit;
  int64_t lower = 0;
  if (__builtin_sub_overflow(value, rest, &lower))
    throw Failure("the result does not fit in 64 bits");
  const bool is_odd = (lower / unit) % 2 != 0;
  const bool goes_up = rest > unit - rest || (rest == unit - rest && is_odd);
  int64_t result = lower;
  if (goes_up && __builtin_add_overflow(lower, unit, &result)) {
    throw Failure("the result does not fit in 64 bits");
  }
  return result;
}

Object round_float(double value, int64_t precision) {
  if (!std::isfinite(value) || value == 0) return value;
  if (precision > 330) return value;
  if (precision < -308) return std::copysign(0.0, value);
  if (precision >= 0) {
    char text[720];
    std::snprintf(text, sizeof text, "%.*f", static_cast<int>(precision), value);
    return std::strtod(text, nullptr);
  }
  const double unit = std::pow(10.0, static_cast<double>(-precision));
  return std::nearbyint(value / unit) * unit;
}

}  // namespace tizza::expr
