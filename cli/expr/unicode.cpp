#include "expr/unicode.hpp"

#include "base/utf8.hpp"
#include "expr/case_tables.hpp"

namespace tizza::expr {
namespace {

struct Range {
  char32_t first;
  char32_t last;
};

// Blocks above ASCII that hold no letters: punctuation, symbols, combining marks, private use.
constexpr Range kNoLetters[] = {
    {0x80, 0xA9},        {0xAB, 0xB4},     {0xB6, 0xB9},     {0xBB, 0xBF},     {0xD7, 0xD7},
    {0xF7, 0xF7},        {0x2C2, 0x2C5},   {0x2D2, 0x2DF},   {0x300, 0x36F},   {0x2000, 0x2070},
    {0x2072, 0x207E},    {0x2080, 0x208F}, {0x20A0, 0x2101}, {0x2190, 0x2BFF}, {0x2E00, 0x3004},
    {0x3008, 0x3030},    {0xD800, 0xF8FF}, {0xFE00, 0xFE6F}, {0xFF00, 0xFF20}, {0x1F000, 0x1FAFF},
    {0xE0000, 0x10FFFF},
};

// What repr() escapes: controls, separators, format characters, surrogates and private use.
constexpr Range kUnprintable[] = {
    {0x0, 0x1F},      {0x7F, 0xA0},     {0xAD, 0xAD},        {0x1680, 0x1680}, {0x2000, 0x200F},
    {0x2028, 0x202F}, {0x205F, 0x206F}, {0x3000, 0x3000},    {0xD800, 0xF8FF}, {0xFEFF, 0xFEFF},
    {0xFFF0, 0xFFFB}, {0xFFFE, 0xFFFF}, {0xE0000, 0x10FFFF},
};

template <size_t N>
bool contains(const Range (&ranges)[N], char32_t c) {
  for (const Range& range : ranges) {
    if (range.first <= c && c <= range.last) return true;
  }
  return false;
}

template <typename Map>
std::string map_text(std::string_view text, Map map) {
  std::string result;
  result.reserve(text.size());
  while (!text.empty()) {
    const auto next = utf8::decode(text);
    map(result, next.code_point);
    text.remove_prefix(next.size);
  }
  return result;
}

constexpr char32_t kSharpS = 0xDF;

}  // namespace

bool is_space(char32_t c) {
  if (c < 0x80) return c == ' ' || (c >= 0x09 && c <= 0x0D) || (c >= 0x1C && c <= 0x1F);
  return c == 0x85 || c == 0xA0 || c == 0x1680 || (c >= 0x2000 && c <= 0x200A) || c == 0x2028 ||
         c == 0x2029 || c == 0x202F || c == 0x205F || c == 0x3000;
}

bool is_alpha(char32_t c) {
  if (c < 0x80) return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  return !contains(kNoLetters, c) && !is_space(c);
}

bool is_digit(char32_t c) {
  return c >= '0' && c <= '9';
}
bool is_upper(char32_t c) {
  return lower_character(c) != c;
}
bool is_lower(char32_t c) {
  return upper_character(c) != c || c == kSharpS;
}
bool is_printable(char32_t c) {
  return !contains(kUnprintable, c);
}

char32_t upper_character(char32_t c) {
  if (c < 0x80) return c >= 'a' && c <= 'z' ? c - 'a' + 'A' : c;
  return simple_upper(c);
}

char32_t lower_character(char32_t c) {
  if (c < 0x80) return c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c;
  return simple_lower(c);
}

std::string upper_text(std::string_view text) {
  return map_text(text, [](std::string& to, char32_t c) {
    if (c == kSharpS) {
      to += "SS";
    } else {
      utf8::append(to, upper_character(c));
    }
  });
}

std::string lower_text(std::string_view text) {
  return map_text(text, [](std::string& to, char32_t c) { utf8::append(to, lower_character(c)); });
}

size_t leading_space(std::string_view text) {
  size_t at = 0;
  while (at < text.size()) {
    const auto next = utf8::decode(text.substr(at));
    if (!is_space(next.code_point)) break;
    at += next.size;
  }
  return at;
}

size_t trailing_space(std::string_view text) {
  size_t end = text.size();
  while (end > 0) {
    size_t start = end - 1;
    while (start > 0 && (static_cast<unsigned char>(text[start]) & 0xC0) == 0x80) --start;
    if (!is_space(utf8::decode(text.substr(start)).code_point)) break;
    end = start;
  }
  return text.size() - end;
}

std::string_view strip(std::string_view text) {
  text.remove_prefix(leading_space(text));
  text.remove_suffix(trailing_space(text));
  return text;
}

}  // namespace tizza::expr
