#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "commands/all.hpp"

namespace tizza::app {

/// Every command, hidden ones too, in help order: those of commands/, then those that app/ has
/// because they speak about the table itself (config, completion, help).
const std::vector<const commands::CommandSpec*>& command_table();

/// The command with exactly this path, or nullptr.
const commands::CommandSpec* find_command(std::string_view path);

/// The group with exactly this path, or nullptr. The root (an empty path) is no group.
const commands::GroupSpec* find_group(std::string_view path);

/// All groups, in help order.
const std::vector<commands::GroupSpec>& group_table();

/// One line below a group: a command or another group.
struct Member {
  std::string_view path;
  std::string_view summary;
  const commands::CommandSpec* command = nullptr;  ///< None for a group.

  /// The last word of the path.
  std::string_view word() const { return path.substr(path.rfind(' ') + 1); }
};

/// What stands directly below a group (or the root, an empty path), hidden commands left out.
std::vector<Member> members_of(std::string_view group);

}  // namespace tizza::app
