#include <algorithm>

#include "base/regex.hpp"
#include "schema/formats/characters.hpp"
#include "schema/formats/texts.hpp"

namespace tizza::schema {

bool is_uuid(std::string_view text) {
  constexpr size_t kGroups[] = {8, 4, 4, 4, 12};
  for (size_t i = 0; i < std::size(kGroups); ++i) {
    if (i > 0 && !take(text, '-')) return false;
    if (text.size() < kGroups[i]) return false;
    const std::string_view group = text.substr(0, kGroups[i]);
    if (!std::all_of(group.begin(), group.end(), is_hex)) return false;
    text.remove_prefix(kGroups[i]);
  }
  return text.empty();
}

bool is_json_pointer(std::string_view text) {
  if (!text.empty() && text[0] != '/') return false;
  for (size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '~') continue;
    if (++i == text.size() || (text[i] != '0' && text[i] != '1')) return false;
  }
  return true;
}

bool is_relative_json_pointer(std::string_view text) {
  const std::string_view levels = take_while(text, is_digit);
  if (levels.empty() || (levels.size() > 1 && levels[0] == '0')) return false;
  return text == "#" || is_json_pointer(text);
}

bool is_regex(std::string_view text) {
  return Regex::compile(text).ok();
}

bool is_base64(std::string_view text) {
  size_t count = 0;
  size_t padding = 0;
  for (const char c : text) {
    if (c == '\r' || c == '\n') continue;
    if (c == '=') {
      ++padding;
    } else if (padding > 0 || !(is_alphanumeric(c) || c == '+' || c == '/')) {
      return false;
    }
    ++count;
  }
  return padding <= 2 && count % 4 == 0;
}

}  // namespace tizza::schema
