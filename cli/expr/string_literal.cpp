#include "expr/string_literal.hpp"

#include <charconv>

#include "base/utf8.hpp"

namespace tizza::expr {
namespace {

// Letters and what they stand for.
constexpr std::string_view kSimple = "\\\\''\"\"a\ab\bf\fn\nr\rt\tv\v";

bool append_code_point(std::string& to, std::string_view digits, size_t count, int base) {
  uint32_t value = 0;
  if (digits.size() < count) return false;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + count, value, base);
  if (error != std::errc() || end != digits.data() + count) return false;
  if (value > 0x10FFFF || (value >= 0xD800 && value <= 0xDFFF)) return false;
  utf8::append(to, value);
  return true;
}

}  // namespace

bool append_string_literal(std::string& to, std::string_view literal, size_t& bad) {
  const std::string_view text = literal.substr(1, literal.size() - 2);
  for (size_t at = 0; at < text.size();) {
    if (text[at] != '\\') {
      to += text[at++];
      continue;
    }
    bad = at + 1;
    const char letter = text[at + 1];
    const std::string_view rest = text.substr(at + 2);
    size_t simple = 0;
    while (simple < kSimple.size() && kSimple[simple] != letter) simple += 2;
    if (simple < kSimple.size()) {
      to += kSimple[simple + 1];
      at += 2;
    } else if (letter == '\n') {
      at += 2;
    } else if (letter == 'x' || letter == 'u' || letter == 'U') {
      const size_t count = letter == 'x' ? 2 : letter == 'u' ? 4 : 8;
      if (!append_code_point(to, rest, count, 16)) return false;
      at += 2 + count;
    } else if (letter >= '0' && letter <= '7') {
      size_t count = 1;
      while (count < 3 && count <= rest.size() && rest[count - 1] >= '0' &&
             rest[count - 1] <= '7') {
        ++count;
      }
      if (!append_code_point(to, text.substr(at + 1), count, 8)) return false;
      at += 1 + count;
    } else if (letter == 'N') {
      return false;
    } else {
      to += '\\';
      ++at;
    }
  }
  return true;
}

}  // namespace tizza::expr
