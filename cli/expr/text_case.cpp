#include "expr/text_case.hpp"

#include "base/utf8.hpp"
#include "expr/unicode.hpp"

namespace tizza::expr {
namespace {

// Calls `visit` with each character and its bytes, until it returns false.
template <typename Visit>
void each_character(std::string_view text, Visit visit) {
  while (!text.empty()) {
    const auto next = utf8::decode(text);
    if (!visit(next.code_point, text.substr(0, next.size))) return;
    text.remove_prefix(next.size);
  }
}

bool is_all(std::string_view text, bool (*wanted)(char32_t), bool (*refused)(char32_t)) {
  bool has_any = false, has_refused = false;
  each_character(text, [&](char32_t c, std::string_view) {
    has_any |= wanted(c);
    has_refused = refused(c);
    return !has_refused;
  });
  return has_any && !has_refused;
}

}  // namespace

bool is_upper_text(std::string_view text) {
  return is_all(text, is_upper, is_lower);
}
bool is_lower_text(std::string_view text) {
  return is_all(text, is_lower, is_upper);
}

bool is_title_text(std::string_view text) {
  bool is_title = true, has_cased = false, is_inside = false;
  each_character(text, [&](char32_t c, std::string_view) {
    if (is_upper(c)) {
      is_title = !is_inside;
      is_inside = has_cased = true;
    } else if (is_lower(c)) {
      is_title = is_inside;
      is_inside = has_cased = true;
    } else {
      is_inside = false;
    }
    return is_title;
  });
  return is_title && has_cased;
}

std::string capitalize_text(std::string_view text) {
  if (text.empty()) return {};
  const size_t first = utf8::decode(text).size;
  return upper_text(text.substr(0, first)) + lower_text(text.substr(first));
}

std::string title_text(std::string_view text) {
  std::string result;
  bool is_inside = false;
  each_character(text, [&](char32_t c, std::string_view bytes) {
    result += is_inside ? lower_text(bytes) : upper_text(bytes);
    is_inside = is_upper(c) || is_lower(c);
    return true;
  });
  return result;
}

std::string swap_case(std::string_view text) {
  std::string result;
  each_character(text, [&](char32_t c, std::string_view bytes) {
    result += is_upper(c) ? lower_text(bytes) : upper_text(bytes);
    return true;
  });
  return result;
}

}  // namespace tizza::expr
