#pragma once
#include <map>
#include <string>
#include <vector>

namespace tizza::testing {

/// What the sources do against the rules of the architecture, one line each: includes that point
/// the wrong way, libraries outside their one home, system calls and printing outside platform/.
/// `sources` maps paths below cli/ (`text/value.hpp`) to contents.
std::vector<std::string> layer_violations(const std::map<std::string, std::string>& sources);

/// The source with the insides of comments, strings and characters blanked out; line ends stay.
std::string without_comments_and_strings(const std::string& source);

}  // namespace tizza::testing
