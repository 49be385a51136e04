#include "text/scalar.hpp"

#include <charconv>
#include <limits>

namespace tizza {
namespace {

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

bool all_of(std::string_view text, bool (*accepts)(char)) {
  if (text.empty()) return false;
  for (const char c : text) {
    if (!accepts(c)) return false;
  }
  return true;
}

std::string_view without_sign(std::string_view text) {
  if (!text.empty() && (text[0] == '+' || text[0] == '-')) text.remove_prefix(1);
  return text;
}

// [-+]? ( \. [0-9]+ | [0-9]+ ( \. [0-9]* )? ) ( [eE] [-+]? [0-9]+ )?
bool is_core_float(std::string_view text) {
  text = without_sign(text);
  const size_t exponent = text.find_first_of("eE");
  if (exponent != std::string_view::npos) {
    if (!all_of(without_sign(text.substr(exponent + 1)), is_digit)) return false;
    text = text.substr(0, exponent);
  }
  const size_t dot = text.find('.');
  if (dot == std::string_view::npos) return all_of(text, is_digit);
  const auto whole = text.substr(0, dot);
  const auto fraction = text.substr(dot + 1);
  if (whole.empty()) return all_of(fraction, is_digit);
  return all_of(whole, is_digit) && (fraction.empty() || all_of(fraction, is_digit));
}

bool is_core_int(std::string_view text) {
  if (text.starts_with("0o")) {
    return all_of(text.substr(2), [](char c) { return c >= '0' && c <= '7'; });
  }
  if (text.starts_with("0x")) {
    return all_of(text.substr(2), [](char c) {
      return is_digit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
    });
  }
  return all_of(without_sign(text), is_digit);
}

bool is_infinity(std::string_view text) {
  text = without_sign(text);
  return text == ".inf" || text == ".Inf" || text == ".INF";
}

bool is_nan(std::string_view text) {
  return text == ".nan" || text == ".NaN" || text == ".NAN";
}

}  // namespace

ScalarType plain_scalar_type(std::string_view text) {
  if (text.empty()) return ScalarType::kNull;
  switch (text[0]) {
    case '~':
      return text.size() == 1 ? ScalarType::kNull : ScalarType::kString;
    case 'n':
    case 'N':
      return text == "null" || text == "Null" || text == "NULL" ? ScalarType::kNull
                                                                : ScalarType::kString;
    case 't':
    case 'T':
      return text == "true" || text == "True" || text == "TRUE" ? ScalarType::kBool
                                                                : ScalarType::kString;
    case 'f':
    case 'F':
      return text == "false" || text == "False" || text == "FALSE" ? ScalarType::kBool
                                                                   : ScalarType::kString;
    default:
      break;
  }
  const bool may_be_number =
      is_digit(text[0]) || text[0] == '.' || text[0] == '-' || text[0] == '+';
  if (!may_be_number) return ScalarType::kString;
  if (is_core_int(text)) return ScalarType::kInt;
  if (is_core_float(text) || is_infinity(text) || is_nan(text)) return ScalarType::kFloat;
  return ScalarType::kString;
}

std::optional<int64_t> parse_core_int(std::string_view text) {
  if (!is_core_int(text)) return std::nullopt;
  int base = 10;
  if (text.starts_with("0o")) base = 8;
  if (text.starts_with("0x")) base = 16;
  if (base != 10) text.remove_prefix(2);
  if (text[0] == '+') text.remove_prefix(1);
  int64_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value, base);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return value;
}

namespace {

/// Octal and hexadecimal whole numbers beyond 64 bits.
double large_whole(std::string_view digits, double base) {
  double value = 0;
  for (const char c : digits) {
    const int digit = is_digit(c) ? c - '0' : (c | 0x20) - 'a' + 10;
    value = value * base + digit;
  }
  return value;
}

}  // namespace

std::optional<double> parse_core_double(std::string_view text) {
  if (is_nan(text)) return std::numeric_limits<double>::quiet_NaN();
  if (is_infinity(text)) {
    const double infinity = std::numeric_limits<double>::infinity();
    return text[0] == '-' ? -infinity : infinity;
  }
  if (const auto whole = parse_core_int(text)) return static_cast<double>(*whole);
  if (is_core_int(text) && text.starts_with("0o")) return large_whole(text.substr(2), 8);
  if (is_core_int(text) && text.starts_with("0x")) return large_whole(text.substr(2), 16);
  if (!is_core_float(text)) return std::nullopt;
  if (text[0] == '+') text.remove_prefix(1);
  double value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error == std::errc::result_out_of_range) {
    const bool is_small =
        text.find("e-") != std::string_view::npos || text.find("E-") != std::string_view::npos;
    return is_small ? 0.0 : std::numeric_limits<double>::infinity();
  }
  if (error != std::errc()) return std::nullopt;
  return value;
}

bool is_safe_plain(std::string_view text) {
  if (text.empty() || plain_scalar_type(text) != ScalarType::kString) return false;
  constexpr std::string_view kIndicators = "-?:,[]{}#&*!|>'\"%@`= \t";
  if (kIndicators.find(text[0]) != std::string_view::npos || text.back() == ' ') return false;
  if (text.back() == ':' || text.starts_with("---") || text.starts_with("...")) return false;
  for (size_t i = 0; i < text.size(); ++i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    if (byte < 0x20 || byte == 0x7F) return false;
    if (text[i] == ':' && i + 1 < text.size() && text[i + 1] == ' ') return false;
    if (text[i] == '#' && i > 0 && text[i - 1] == ' ') return false;
  }
  return true;
}

}  // namespace tizza
