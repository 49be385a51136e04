#include "expr/number_size.hpp"

namespace tizza::expr {
namespace {

char char_at(std::string_view text, size_t at) {
  return at < text.size() ? text[at] : '\0';
}

bool is_decimal(char c) {
  return c >= '0' && c <= '9';
}

bool is_hexadecimal(char c) {
  return is_decimal(c) || ((c | 0x20) >= 'a' && (c | 0x20) <= 'f');
}

/// Digits with single underscores between them: the number of bytes from `at`.
size_t digits(std::string_view text, size_t at, bool (*accepts)(char)) {
  size_t size = 0;
  while (at + size < text.size()) {
    const char c = text[at + size];
    const bool is_joined = c == '_' && size > 0 && accepts(char_at(text, at + size + 1));
    if (!accepts(c) && !is_joined) break;
    ++size;
  }
  return size;
}

/// A `0`, `letter` and digits.
size_t prefixed_size(std::string_view text, size_t at, char letter, bool (*accepts)(char)) {
  if (char_at(text, at) != '0' || (char_at(text, at + 1) | 0x20) != letter) return 0;
  const size_t joint = char_at(text, at + 2) == '_' ? 1 : 0;
  const size_t size = digits(text, at + 2 + joint, accepts);
  return size == 0 ? 0 : 2 + joint + size;
}

}  // namespace

size_t float_size(std::string_view text, size_t at) {
  if (at > 0 && text[at - 1] == '.') return 0;
  const size_t whole = digits(text, at, is_decimal);
  if (whole == 0) return 0;
  size_t end = at + whole;
  const size_t fraction = char_at(text, end) == '.' ? digits(text, end + 1, is_decimal) : 0;
  if (fraction > 0) end += 1 + fraction;
  size_t exponent = 0;
  if ((char_at(text, end) | 0x20) == 'e') {
    const char sign = char_at(text, end + 1);
    const size_t begin = sign == '+' || sign == '-' ? 2 : 1;
    const size_t size = digits(text, end + begin, is_decimal);
    if (size > 0) exponent = begin + size;
  }
  return fraction + exponent == 0 ? 0 : end + exponent - at;
}

size_t integer_size(std::string_view text, size_t at) {
  const auto is_binary = [](char c) { return c == '0' || c == '1'; };
  const auto is_octal = [](char c) { return c >= '0' && c <= '7'; };
  if (const size_t size = prefixed_size(text, at, 'b', is_binary)) return size;
  if (const size_t size = prefixed_size(text, at, 'o', is_octal)) return size;
  if (const size_t size = prefixed_size(text, at, 'x', is_hexadecimal)) return size;
  if (char_at(text, at) == '0') return digits(text, at, [](char c) { return c == '0'; });
  return digits(text, at, is_decimal);
}

}  // namespace tizza::expr
