#pragma once
#include <string>

#include "release/calver.hpp"

namespace tizza::release {

/// `2026-03-02`.
std::string date_text(const Day& day);

/// The changelog with `section` in front of its first release, or at its end; an empty text becomes
/// a whole changelog. Line ends are those of the text.
std::string insert_section(const std::string& text, const std::string& section);

}  // namespace tizza::release
