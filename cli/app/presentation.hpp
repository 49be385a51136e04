#pragma once
#include <string>
#include <vector>

#include "commands/arguments.hpp"
#include "commands/context.hpp"

namespace tizza::app {

/// How this call talks: from the resolved flags, the environment and the three streams.
commands::Presentation settle_presentation(const commands::Arguments& arguments,
                                           const commands::Context& context);

/// `--color` and `--format` as they seem to be given on a command line that was not read yet and
/// may not be readable: for errors about the line itself.
commands::Arguments early_flags(const std::vector<std::string>& arguments);

}  // namespace tizza::app
