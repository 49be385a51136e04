#include "report/markup.hpp"

#include "base/utf8.hpp"

namespace tizza::report {
namespace {

/// The reference for a character that may not stand as it is; empty for all others.
std::string_view reference(char32_t code_point) {
  switch (code_point) {
    case '&':
      return "&amp;";
    case '<':
      return "&lt;";
    case '>':
      return "&gt;";
    case '"':
      return "&quot;";
    case '\'':
      return "&#39;";
    case '\t':
      return "&#9;";
    case '\n':
      return "&#10;";
    case '\r':
      return "&#13;";
    default:
      return {};
  }
}

/// Char of XML 1.0, section 2.2; without DEL and the C1 controls, which it discourages.
bool is_allowed(char32_t code_point) {
  return code_point >= 0x20 && !(code_point >= 0x7F && code_point < 0xA0) && code_point != 0xFFFE &&
         code_point != 0xFFFF;
}

}  // namespace

std::string markup_text(std::string_view text) {
  std::string result;
  result.reserve(text.size());
  while (!text.empty()) {
    const utf8::Decoded next = utf8::decode(text);
    if (const auto named = reference(next.code_point); !named.empty()) {
      result += named;
    } else if (next.valid && is_allowed(next.code_point)) {
      result += text.substr(0, next.size);
    } else {
      result += "\uFFFD";
    }
    text.remove_prefix(next.size);
  }
  return result;
}

}  // namespace tizza::report
