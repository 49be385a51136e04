#pragma once
#include <string_view>

namespace tizza {

/// Compares as dictionaries do: punctuation before digits before letters, and upper and lower case
/// only where nothing else differs (the root order of the Unicode Collation Algorithm for ASCII;
/// other characters follow by code point). Negative, zero or positive.
int collate(std::string_view a, std::string_view b);

}  // namespace tizza
