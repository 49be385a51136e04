#include "app/flags.hpp"

#include <algorithm>

#include "app/command_table.hpp"

namespace tizza::app {

using commands::CommandSpec;
using commands::Completer;
using commands::FlagArity;
using commands::FlagSpec;

const std::vector<FlagSpec>& global_flags() {
  static const std::vector<FlagSpec> flags = {
      {.name = "registry",
       .arity = FlagArity::kOne,
       .value_name = "<path>",
       .summary = "the service registry to use",
       .env = "TIZZA_REGISTRY",
       .config_key = "registry",
       .completer = Completer::kFiles},
      {.name = "color",
       .arity = FlagArity::kOne,
       .value_name = "<when>",
       .summary = "colour the output",
       .default_value = "auto",
       .env = "TIZZA_COLOR",
       .config_key = "color",
       .choices = {"auto", "always", "never"}},
      {.name = "no-input",
       .summary = "never ask; stop where an answer is needed",
       .env = "TIZZA_NO_INPUT",
       .config_key = "no-input"},
      {.name = "no-progress",
       .summary = "show no progress",
       .env = "TIZZA_NO_PROGRESS",
       .config_key = "no-progress"},
      {.name = "verbose",
       .summary = "tell more about what is being done",
       .env = "TIZZA_VERBOSE",
       .config_key = "verbose"},
      {.name = "help", .letter = 'h', .summary = "show help"},
      {.name = "version", .summary = "show the version"},
  };
  return flags;
}

const FlagSpec& json_flag() {
  static const FlagSpec flag = {.name = "json", .summary = "short for `--format json`"};
  return flag;
}

bool takes_json(const CommandSpec& command) {
  const auto format = std::find_if(command.flags.begin(), command.flags.end(),
                                   [](const FlagSpec& flag) { return flag.name == "format"; });
  return format != command.flags.end() &&
         std::count(format->choices.begin(), format->choices.end(), "json") != 0;
}

const FlagSet& FlagSet::everywhere() {
  static const FlagSet set = [] {
    FlagSet all;
    for (const auto* command : command_table()) {
      for (const FlagSpec& flag : command->flags) all.add(flag);
    }
    all.add(json_flag());
    for (const FlagSpec& flag : global_flags()) all.add(flag);
    return all;
  }();
  return set;
}

const FlagSet& FlagSet::global() {
  static const FlagSet set = [] {
    FlagSet all;
    for (const FlagSpec& flag : global_flags()) all.add(flag);
    return all;
  }();
  return set;
}

FlagSet FlagSet::of(const CommandSpec& command) {
  FlagSet set;
  for (const FlagSpec& flag : command.flags) {
    set.add(flag);
    if (flag.name == "format" && takes_json(command)) set.add(json_flag());
  }
  for (const FlagSpec& flag : global_flags()) set.add(flag);
  return set;
}

const FlagSpec* FlagSet::by_name(std::string_view name) const {
  for (const FlagSpec* flag : flags_) {
    if (flag->name == name) return flag;
  }
  return nullptr;
}

const FlagSpec* FlagSet::by_letter(char letter) const {
  for (const FlagSpec* flag : flags_) {
    if (flag->letter == letter) return flag;
  }
  return nullptr;
}

const FlagSpec* FlagSet::awaiting_value(std::string_view argument) const {
  if (!looks_like_flag(argument)) return nullptr;
  if (argument.starts_with("--")) {
    const FlagSpec* flag = by_name(argument.substr(2));
    return flag != nullptr && flag->arity != FlagArity::kSwitch ? flag : nullptr;
  }
  // In a cluster such as `-nd` the first letter that takes a value takes all that follows it.
  for (size_t i = 1; i < argument.size(); ++i) {
    const FlagSpec* flag = by_letter(argument[i]);
    if (flag == nullptr) return nullptr;
    if (flag->arity != FlagArity::kSwitch) return i + 1 == argument.size() ? flag : nullptr;
  }
  return nullptr;
}

void FlagSet::add(const FlagSpec& flag) {
  if (by_name(flag.name) == nullptr) flags_.push_back(&flag);
}

bool looks_like_flag(std::string_view argument) {
  return argument.size() > 1 && argument[0] == '-' && !(argument[1] >= '0' && argument[1] <= '9');
}

}  // namespace tizza::app
