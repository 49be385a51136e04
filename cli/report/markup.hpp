#pragma once
#include <string>
#include <string_view>

namespace tizza::report {

/// A text as it may stand in XML 1.0 and HTML, between tags and in quoted attributes. Markup, line
/// ends and tabs become references; characters that XML forbids, and invalid UTF-8, U+FFFD.
std::string markup_text(std::string_view text);

}  // namespace tizza::report
