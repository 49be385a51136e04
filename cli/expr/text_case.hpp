#pragma once
#include <string>
#include <string_view>

/// The string methods of Python that ask for or change case.
namespace tizza::expr {

bool is_upper_text(std::string_view text);  ///< str.isupper: cased letters, all upper.
bool is_lower_text(std::string_view text);
bool is_title_text(std::string_view text);
std::string capitalize_text(std::string_view text);
std::string title_text(std::string_view text);
std::string swap_case(std::string_view text);

}  // namespace tizza::expr
