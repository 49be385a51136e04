#include "report/printable.hpp"

#include <algorithm>

#include "base/utf8.hpp"

namespace tizza::report {
namespace {

/// Explicit directional controls (Unicode Standard Annex 9, section 2).
bool turns_direction(char32_t code_point) {
  return (code_point >= 0x202A && code_point <= 0x202E) ||
         (code_point >= 0x2066 && code_point <= 0x2069) || code_point == 0x200E ||
         code_point == 0x200F || code_point == 0x061C;
}

bool is_plain_ascii(char byte) {
  return (byte >= 0x20 && byte < 0x7F) || byte == '\n';
}

}  // namespace

Cell next_cell(std::string_view text) {
  const utf8::Decoded next = utf8::decode(text);
  const char32_t code_point = next.code_point;
  if (code_point == '\t') return {"    ", 4, 1};
  if (code_point < 0x20 || code_point == 0x7F) {
    Cell picture{"", 1, 1};
    utf8::append(picture.text, code_point == 0x7F ? 0x2421 : 0x2400 + code_point);
    return picture;
  }
  if (!next.valid || turns_direction(code_point) || (code_point >= 0x80 && code_point < 0xA0)) {
    return {"\uFFFD", 1, next.size};
  }
  const std::string_view bytes = text.substr(0, next.size);
  return {std::string(bytes), utf8::display_width(bytes), next.size};
}

namespace {

std::string shown(std::string_view text, bool on_one_line) {
  std::string result;
  while (!text.empty()) {
    if (text.front() == '\n' && !on_one_line) {
      result += '\n';
      text.remove_prefix(1);
      continue;
    }
    const Cell cell = next_cell(text);
    result += cell.text;
    text.remove_prefix(cell.bytes);
  }
  return result;
}

}  // namespace

std::string printable(std::string_view text) {
  if (std::all_of(text.begin(), text.end(), is_plain_ascii)) return std::string(text);
  return shown(text, false);
}

std::string printable_line(std::string_view text) {
  const bool is_line = text.find('\n') == std::string_view::npos;
  return is_line ? printable(text) : shown(text, true);
}

}  // namespace tizza::report
