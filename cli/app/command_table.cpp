#include "app/command_table.hpp"

#include <algorithm>

#include "app/own_commands.hpp"

namespace tizza::app {
namespace {

bool has_member(const std::vector<Member>& members, std::string_view path) {
  return std::any_of(members.begin(), members.end(),
                     [&](const Member& member) { return member.path == path; });
}

/// The path cut to one word below `group`; empty where it does not stand below it.
std::string_view step_below(std::string_view group, std::string_view path) {
  if (!group.empty()) {
    if (!path.starts_with(group) || path.size() <= group.size() || path[group.size()] != ' ') {
      return {};
    }
  }
  const size_t start = group.empty() ? 0 : group.size() + 1;
  return path.substr(0, path.find(' ', start));
}

}  // namespace

const std::vector<const commands::CommandSpec*>& command_table() {
  static const std::vector<const commands::CommandSpec*> table = [] {
    auto all = commands::all_commands();
    for (const auto* command : own_commands()) all.push_back(command);
    return all;
  }();
  return table;
}

const commands::CommandSpec* find_command(std::string_view path) {
  for (const auto* command : command_table()) {
    if (command->path == path) return command;
  }
  return nullptr;
}

const std::vector<commands::GroupSpec>& group_table() {
  static const std::vector<commands::GroupSpec> table = [] {
    auto all = commands::all_groups();
    for (const auto& group : own_groups()) all.push_back(group);
    return all;
  }();
  return table;
}

const commands::GroupSpec* find_group(std::string_view path) {
  for (const auto& group : group_table()) {
    if (group.path == path) return &group;
  }
  return nullptr;
}

std::vector<Member> members_of(std::string_view group) {
  std::vector<Member> members;
  for (const auto* command : command_table()) {
    if (command->is_hidden) continue;
    const std::string_view path = step_below(group, command->path);
    if (path.empty() || has_member(members, path)) continue;
    if (path == command->path) {
      members.push_back({path, command->summary, command});
    } else if (const auto* found = find_group(path)) {
      members.push_back({path, found->summary, nullptr});
    }
  }
  return members;
}

}  // namespace tizza::app
