#pragma once
#include <string>
#include <string_view>

/// What Python knows of characters, as far as templates ask for it.
namespace tizza::expr {

bool is_space(char32_t c);  ///< str.isspace, and `\s` in patterns.
bool is_upper(char32_t c);
bool is_lower(char32_t c);
bool is_alpha(char32_t c);
bool is_digit(char32_t c);      ///< ASCII digits only.
bool is_printable(char32_t c);  ///< Shown as it is by repr().
inline bool is_name_start(char32_t c) {
  return c == U'_' || is_alpha(c);
}
inline bool is_name_part(char32_t c) {
  return is_name_start(c) || is_digit(c);
}

char32_t upper_character(char32_t c);
char32_t lower_character(char32_t c);
std::string upper_text(std::string_view text);
std::string lower_text(std::string_view text);

/// The bytes of white space at the start, and at the end.
size_t leading_space(std::string_view text);
size_t trailing_space(std::string_view text);
std::string_view strip(std::string_view text);

}  // namespace tizza::expr
