#pragma once
#include "app/configuration.hpp"
#include "app/flags.hpp"
#include "base/result.hpp"
#include "commands/arguments.hpp"
#include "commands/context.hpp"

namespace tizza::app {

/// Fills in what the command line left open, flag by flag: the environment, the configuration,
/// the default. A value that is none of a flag's choices is an error that says where it came from.
Status resolve_flags(commands::Arguments& arguments, const FlagSet& flags,
                     const Environment& environment, const Configuration& configuration);

/// Hands over what the configuration says under the keys of the command's family: `release.*` for
/// `release next`. A command reads what no flag of it stands for.
void hand_settings(commands::Arguments& arguments, const commands::CommandSpec& command,
                   const Configuration& configuration);

/// Whether there are as many positionals as the command takes, each one of its choices.
Status check_positionals(const commands::Arguments& arguments,
                         const commands::CommandSpec& command);

}  // namespace tizza::app
