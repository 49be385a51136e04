#include "commands/playbook_options.hpp"

#include <fmt/core.h>

namespace tizza::commands {
namespace {

Error given_twice(const std::string& name, const std::string& one, const std::string& other) {
  return failure("usage", fmt::format("`{}` is given twice: `{}` and `{}`", name, one, other),
                 "give one of them");
}

/// An input that has a place or a flag of its own.
Status add_input(std::map<std::string, std::string>& inputs, const std::string& name,
                 const std::string& value) {
  if (value.empty()) return {};
  const auto [input, is_new] = inputs.emplace(name, value);
  return is_new ? Status() : given_twice(name, value, input->second);
}

Result<std::map<std::string, std::string>> read_pairs(const Arguments& arguments,
                                                      std::string_view flag,
                                                      std::string_view example) {
  std::map<std::string, std::string> pairs;
  for (const std::string& text : arguments.all(flag)) {
    const size_t equals = text.find('=');
    if (equals == std::string::npos || equals == 0) {
      return failure("usage", fmt::format("`--{} {}` has no name in front of a `=`", flag, text),
                     fmt::format("write it as `--{} {}`", flag, example));
    }
    const auto [pair, is_new] = pairs.emplace(text.substr(0, equals), text.substr(equals + 1));
    if (!is_new) return given_twice(pair->first, pair->second, text.substr(equals + 1));
  }
  return pairs;
}

}  // namespace

std::vector<FlagSpec> playbook_answer_flags() {
  return {
      {.name = "answer",
       .arity = FlagArity::kMany,
       .value_name = "<step=value>",
       .summary = "answer a step's question beforehand"},
      {.name = "yes-to",
       .arity = FlagArity::kOne,
       .value_name = "<which>",
       .summary = "act without asking: on steps with `repeat: safe`, or on all",
       .choices = {"safe", "all"}},
      {.name = "format",
       .arity = FlagArity::kOne,
       .value_name = "<format>",
       .summary = "jsonl prints each record of the journal as it is written",
       .default_value = "pretty",
       .choices = {"pretty", "jsonl"}},
  };
}

std::vector<FlagSpec> playbook_start_flags() {
  std::vector<FlagSpec> flags = {
      {.name = "env",
       .arity = FlagArity::kOne,
       .value_name = "<environment>",
       .summary = "the service's environment",
       .completer = Completer::kEnvironments},
      {.name = "data",
       .letter = 'd',
       .arity = FlagArity::kMany,
       .value_name = "<input=value>",
       .summary = "give an input"},
      {.name = "defaults", .summary = "take the default of every input without asking"},
      {.name = "from",
       .arity = FlagArity::kOne,
       .value_name = "<step>",
       .summary = "begin at this step"},
  };
  for (FlagSpec& flag : playbook_answer_flags()) flags.push_back(std::move(flag));
  return flags;
}

Result<playbook::RunSettings> read_run_settings(const Arguments& arguments) {
  playbook::RunSettings settings;
  TIZZA_TRY(settings.answers, read_pairs(arguments, "answer", "verify=run"));
  if (arguments.get("yes-to") == "safe") settings.yes_to = playbook::YesTo::kSafe;
  if (arguments.get("yes-to") == "all") settings.yes_to = playbook::YesTo::kAll;
  return settings;
}

Status check_run_argument(const Arguments& arguments) {
  if (arguments.positionals().empty() || !arguments.positional(0).empty()) return {};
  return failure("usage", "the run's id is empty", "list the runs: tizza playbook status");
}

Result<PlaybookOptions> read_playbook_options(const Arguments& arguments) {
  PlaybookOptions options;
  options.name = arguments.positional(0);
  TIZZA_TRY(options.inputs, read_pairs(arguments, "data", "version=0.4.0"));
  TIZZA_CHECK(add_input(options.inputs, "service", arguments.positional(1)));
  TIZZA_CHECK(add_input(options.inputs, "environment", arguments.get("env")));
  options.from = arguments.get("from");
  options.is_dry_run = arguments.has("dry-run");
  options.takes_defaults = arguments.has("defaults");
  options.is_new_run = arguments.has("new-run");
  options.is_jsonl = arguments.get("format") == "jsonl";
  TIZZA_TRY(options.settings, read_run_settings(arguments));
  return options;
}

}  // namespace tizza::commands
