#include "text/json_token.hpp"

#include <charconv>

#include "base/utf8.hpp"

namespace tizza {
namespace {

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

size_t skip_digits(std::string_view text, size_t at) {
  while (at < text.size() && is_digit(text[at])) ++at;
  return at;
}

/// -? ( 0 | [1-9][0-9]* ) ( \. [0-9]+ )? ( [eE] [-+]? [0-9]+ )?
bool is_json_number(std::string_view text) {
  size_t at = text.starts_with('-') ? 1 : 0;
  const size_t whole = at;
  at = skip_digits(text, at);
  if (at == whole || (text[whole] == '0' && at > whole + 1)) return false;
  if (at < text.size() && text[at] == '.') {
    const size_t fraction = ++at;
    at = skip_digits(text, at);
    if (at == fraction) return false;
  }
  if (at < text.size() && (text[at] == 'e' || text[at] == 'E')) {
    ++at;
    if (at < text.size() && (text[at] == '+' || text[at] == '-')) ++at;
    const size_t exponent = at;
    at = skip_digits(text, at);
    if (at == exponent) return false;
  }
  return at == text.size();
}

/// The four hexadecimal digits behind `\u`.
std::optional<char32_t> hex_unit(std::string_view text) {
  if (text.size() < 4) return std::nullopt;
  uint32_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + 4, value, 16);
  if (error != std::errc() || end != text.data() + 4) return std::nullopt;
  return value;
}

struct Escape {
  char32_t code_point = 0;
  uint32_t size = 0;  // from the backslash on
};

/// The escape at the start of `text`, or none.
std::optional<Escape> read_escape(std::string_view text) {
  constexpr std::string_view kLetters = "\"\\/bfnrt";
  constexpr std::string_view kMeanings = "\"\\/\b\f\n\r\t";
  if (text.size() < 2) return std::nullopt;
  const size_t letter = kLetters.find(text[1]);
  if (letter != std::string_view::npos) {
    return Escape{static_cast<unsigned char>(kMeanings[letter]), 2};
  }
  if (text[1] != 'u') return std::nullopt;
  const auto unit = hex_unit(text.substr(2));
  if (!unit || (*unit >= 0xDC00 && *unit <= 0xDFFF)) return std::nullopt;
  if (*unit < 0xD800 || *unit > 0xDBFF) return Escape{*unit, 6};
  if (text.substr(6, 2) != "\\u") return std::nullopt;
  const auto low = hex_unit(text.substr(8));
  if (!low || *low < 0xDC00 || *low > 0xDFFF) return std::nullopt;
  return Escape{0x10000 + ((*unit - 0xD800) << 10) + (*low - 0xDC00), 12};
}

}  // namespace

bool is_json_token_byte(char c) {
  return is_digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '.' || c == '-' ||
         c == '+' || c == '_';
}

bool is_json_literal(std::string_view token) {
  return token == "true" || token == "false" || token == "null" || is_json_number(token);
}

uint32_t json_string_size(std::string_view text) {
  for (size_t at = 1; at < text.size(); ++at) {
    if (text[at] == '"') return static_cast<uint32_t>(at + 1);
    if (text[at] == '\n' || text[at] == '\r') return 0;
    if (text[at] == '\\') ++at;
  }
  return 0;
}

std::optional<Span> find_bad_escape(std::string_view text) {
  for (size_t at = text.find('\\'); at != std::string_view::npos; at = text.find('\\', at)) {
    const auto escape = read_escape(text.substr(at));
    if (!escape) {
      const size_t size = text.substr(at, 2) == "\\u" ? 6 : 2;
      return Span{static_cast<uint32_t>(at),
                  static_cast<uint32_t>(std::min(at + size, text.size()))};
    }
    at += escape->size;
  }
  return std::nullopt;
}

std::string unescape_json(std::string_view inside) {
  std::string text;
  text.reserve(inside.size());
  while (!inside.empty()) {
    const size_t plain = std::min(inside.find('\\'), inside.size());
    text += inside.substr(0, plain);
    inside.remove_prefix(plain);
    if (inside.empty()) break;
    const auto escape = read_escape(inside);
    utf8::append(text, escape ? escape->code_point : 0xFFFD);
    inside.remove_prefix(escape ? escape->size : 1);
  }
  return text;
}

}  // namespace tizza
