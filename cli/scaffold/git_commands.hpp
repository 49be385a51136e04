#pragma once
#include <string>
#include <vector>

#include "base/result.hpp"
#include "ports/git.hpp"

namespace tizza::scaffold {

/// What git said when it failed, with what to do where it does not know who commits.
Error git_failure(const GitOutcome& outcome, const std::string& what, const std::string& help);

/// Runs the user's git; its output, or an error where it ended with anything but 0.
Result<std::string> git_output(Git& git, const GitRequest& request);

/// The same for a command that prints one word, such as the id of what it made.
Result<std::string> git_word(Git& git, const GitRequest& request);

}  // namespace tizza::scaffold
