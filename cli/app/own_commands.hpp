#pragma once
#include <vector>

#include "commands/all.hpp"

namespace tizza::app {

/// The commands that need the command table or the config table, which commands/ cannot see.
const std::vector<const commands::CommandSpec*>& own_commands();
const std::vector<commands::GroupSpec>& own_groups();

const commands::CommandSpec& config_list_command();
const commands::CommandSpec& config_get_command();
const commands::CommandSpec& config_set_command();
const commands::CommandSpec& completion_command();
const commands::CommandSpec& help_command();
const commands::CommandSpec& complete_command();
const commands::CommandSpec& man_command();

}  // namespace tizza::app
