#pragma once
#include <string_view>

namespace tizza {

/// The order of texts for people: letters first without accents and case, then accents, then lower
/// before upper case. Below zero where `a` comes first. Exact for ASCII and the Latin letters up to
/// U+017F; by code point for all else.
int collate(std::string_view a, std::string_view b);

}  // namespace tizza
