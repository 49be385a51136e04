#pragma once
#include <string>
#include <vector>

#include "base/result.hpp"
#include "commands/command_spec.hpp"

namespace tizza::app {

/// Where the words of a command line lead.
struct Route {
  const commands::CommandSpec* command = nullptr;  ///< None where the words end at a group.
  std::string path;                    ///< Of the command or the group; empty for the root.
  std::vector<std::string> arguments;  ///< All but the words of the path, in their order.
  bool wants_help = false;             ///< `-h` or `--help` stands somewhere as a flag.
  bool wants_version = false;
};

/// Finds the command. Flags may stand before, between and behind its words. An unknown command is
/// an error with near names.
Result<Route> find_route(const std::vector<std::string>& arguments);

/// The error for a word that leads nowhere below a group.
Error unknown_command(const std::string& group, const std::string& word);

}  // namespace tizza::app
