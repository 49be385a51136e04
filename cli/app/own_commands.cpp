#include "app/own_commands.hpp"

namespace tizza::app {

const std::vector<const commands::CommandSpec*>& own_commands() {
  static const std::vector<const commands::CommandSpec*> commands = {
      &config_list_command(), &config_get_command(), &config_set_command(), &completion_command(),
      &help_command(),        &complete_command(),   &man_command(),
  };
  return commands;
}

const std::vector<commands::GroupSpec>& own_groups() {
  static const std::vector<commands::GroupSpec> groups = {
      {"config", "settings of this project and this user"},
  };
  return groups;
}

}  // namespace tizza::app
