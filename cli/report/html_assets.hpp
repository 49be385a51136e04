#pragma once
#include <string_view>

namespace tizza::report {

/// The style sheet of the page: light, dark and on paper.
std::string_view html_style();

/// The script of the page: search, severities, rules. Without it the page shows everything.
std::string_view html_script();

}  // namespace tizza::report
