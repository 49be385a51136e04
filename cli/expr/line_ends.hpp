#pragma once
#include <string>
#include <string_view>

namespace tizza::expr {

/// The text with every line end (CR LF, LF, CR) as `line_end`; as it is where that is empty.
std::string with_line_ends(std::string_view text, std::string_view line_end);

}  // namespace tizza::expr
