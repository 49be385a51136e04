#pragma once
#include <string>
#include <string_view>

#include "base/diagnostic.hpp"

namespace tizza::report {

/// What a piece of output is, not how it looks: style.cpp alone knows escape codes.
enum class Style { kPlain, kHeading, kCommand, kMuted, kGood, kError, kWarn, kInfo, kHint };

/// `text` with the escape codes of its style, or as it is where `colour` is off.
std::string styled(std::string_view text, Style style, bool colour);

/// The style in which a severity is shown.
Style style_of(Severity severity);

/// `text` as a hyperlink (OSC 8), or as it is where `links` is off or there is no URL.
std::string linked(std::string_view text, std::string_view url, bool links);

}  // namespace tizza::report
