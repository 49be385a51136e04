#pragma once
#include <string>
#include <vector>

namespace tizza::testing {

/// The words of a command line: blanks separate, both kinds of quotes and `\` hold together.
std::vector<std::string> split_words(const std::string& line);

}  // namespace tizza::testing
