#include "app/completion.hpp"

#include "app/command_table.hpp"
#include "app/config_keys.hpp"
#include "app/flags.hpp"
#include "app/help_topics.hpp"

namespace tizza::app {

using commands::CommandSpec;
using commands::Completer;
using commands::FlagArity;

namespace {

ValueSource words(std::vector<std::string> list) {
  return {ValueSource::Kind::kWords, std::move(list), {}};
}

std::vector<std::string> help_words() {
  std::vector<std::string> list = topic_names();
  for (const Member& member : members_of("")) list.emplace_back(member.word());
  return list;
}

std::vector<std::string> key_words() {
  std::vector<std::string> list;
  for (const ConfigKey& row : config_keys()) list.emplace_back(row.key);
  return list;
}

void add_groups_below(const std::string& group, std::vector<std::string>& paths) {
  paths.push_back(group);
  for (const Member& member : members_of(group)) {
    const bool has_members = !members_of(member.path).empty();
    if (has_members) add_groups_below(std::string(member.path), paths);
  }
}

}  // namespace

std::string_view live_kind(Completer completer) {
  switch (completer) {
    case Completer::kServices:
      return "services";
    case Completer::kTeams:
      return "teams";
    case Completer::kPackages:
      return "packages";
    case Completer::kTemplates:
      return "templates";
    case Completer::kPlaybooks:
      return "playbooks";
    case Completer::kRules:
      return "rules";
    case Completer::kTags:
      return "tags";
    case Completer::kRegistryNames:
      return "registry-names";
    case Completer::kRegistryFields:
      return "registry-fields";
    case Completer::kEnvironments:
      return "environments";
    case Completer::kRuns:
      return "runs";
    case Completer::kQuestions:
      return "questions";
    case Completer::kAddOns:
      return "add-ons";
    case Completer::kConfigValues:
      return "config-values";
    case Completer::kNone:
    case Completer::kFiles:
    case Completer::kFolders:
    case Completer::kCommands:
    case Completer::kConfigKeys:
      break;
  }
  return {};
}

ValueSource value_source(Completer completer, const std::vector<std::string_view>& choices) {
  if (!choices.empty()) return words({choices.begin(), choices.end()});
  if (completer == Completer::kCommands) return words(help_words());
  if (completer == Completer::kConfigKeys) return words(key_words());
  if (completer == Completer::kFiles) return {ValueSource::Kind::kFiles};
  if (completer == Completer::kFolders) return {ValueSource::Kind::kFolders};
  const std::string_view live = live_kind(completer);
  if (live.empty()) return {};
  return {ValueSource::Kind::kLive, {}, live};
}

std::vector<std::string> group_paths() {
  std::vector<std::string> paths;
  add_groups_below("", paths);
  return paths;
}

std::vector<const CommandSpec*> visible_commands() {
  std::vector<const CommandSpec*> visible;
  for (const auto* command : command_table()) {
    if (!command->is_hidden) visible.push_back(command);
  }
  return visible;
}

std::vector<std::string> flags_with_values() {
  std::vector<std::string> names;
  for (const auto* flag : FlagSet::everywhere()) {
    if (flag->arity == FlagArity::kSwitch) continue;
    if (flag->letter != 0) names.push_back(std::string("-") + flag->letter);
    names.push_back("--" + std::string(flag->name));
  }
  return names;
}

}  // namespace tizza::app
