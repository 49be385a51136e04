#pragma once
#include <string_view>

namespace tizza {

/// Whether this is the name of a file that was to be renamed to its own name and never was:
/// `.NAME.tizza-NUMBER` with 16 hexadecimal digits. A killed writer leaves such files.
bool is_left_over(std::string_view name);

}  // namespace tizza
