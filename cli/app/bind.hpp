#pragma once
#include <string>
#include <vector>

#include "app/flags.hpp"
#include "base/result.hpp"
#include "commands/arguments.hpp"

namespace tizza::app {

/// Reads flags and positionals as they stand on the command line; nothing is filled in and no value
/// is judged. `usage_of` is the path that an error's help names, such as `release plan`. A switch
/// that is on has no values. Flags may stand anywhere before `--`.
Result<commands::Arguments> bind_arguments(const std::vector<std::string>& arguments,
                                           const FlagSet& flags, const std::string& usage_of);

}  // namespace tizza::app
