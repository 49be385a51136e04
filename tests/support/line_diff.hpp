#pragma once
#include <string>
#include <string_view>

namespace tizza::testing {

/// The lines of both texts: those of the first alone behind `-`, of the second alone behind `+`,
/// shared ones behind a blank. Empty where the texts are equal.
std::string line_diff(std::string_view expected, std::string_view actual);

}  // namespace tizza::testing
