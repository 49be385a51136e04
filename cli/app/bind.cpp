#include "app/bind.hpp"

#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>
#include <algorithm>

#include "base/near_names.hpp"
#include "base/strings.hpp"

/// The one file that knows CLI11. It is asked for the bare reading alone: its conversions,
/// validators, messages and exit codes stay out of play.
namespace tizza::app {

using commands::Arguments;
using commands::FlagArity;
using commands::FlagSpec;

namespace {

std::string help_hint(const std::string& usage_of) {
  return "run `tizza " + (usage_of.empty() ? "" : usage_of + " ") + "--help`";
}

std::string shown(const FlagSpec& flag) {
  return "--" + std::string(flag.name);
}

CLI::Option* declare(CLI::App& app, const FlagSpec& flag) {
  std::string names = "--" + std::string(flag.name);
  if (flag.letter != 0) names = std::string("-") + flag.letter + "," + names;
  if (flag.arity == FlagArity::kSwitch) {
    return app.add_flag(names)->disable_flag_override()->multi_option_policy(
        CLI::MultiOptionPolicy::TakeAll);
  }
  // One value each time: else a list flag swallows the positionals behind it, and values in
  // brackets are taken apart.
  return app.add_option(names)->expected(1)->allow_extra_args(false)->multi_option_policy(
      CLI::MultiOptionPolicy::TakeAll);
}

/// CLI11 takes the next argument for the value of `--flag=`: hand it an empty one.
std::vector<std::string> with_empty_values(const std::vector<std::string>& arguments) {
  std::vector<std::string> result;
  const auto mark = std::find(arguments.begin(), arguments.end(), "--");
  for (auto it = arguments.begin(); it != arguments.end(); ++it) {
    const bool empty_value =
        it < mark && it->size() > 3 && it->starts_with("--") && it->find('=') == it->size() - 1;
    result.push_back(empty_value ? it->substr(0, it->size() - 1) : *it);
    if (empty_value) result.emplace_back();
  }
  return result;
}

Error unknown_flag(const std::string& argument, const FlagSet& flags, const std::string& usage_of) {
  const std::string name = argument.substr(0, argument.find('='));
  std::vector<std::string> names;
  for (const FlagSpec* flag : flags) names.emplace_back(flag->name);
  std::vector<std::string> near;
  if (name.starts_with("--")) near = near_names(name.substr(2), names);
  for (std::string& found : near) found = "--" + found;
  std::string help = help_hint(usage_of);
  // No flag is called like that, but files are.
  const bool is_like_file = name.find_first_of("./") != std::string::npos;
  if (is_like_file) help = "behind `--` it is a name: write `-- " + name + "`";
  if (!near.empty() && !is_like_file)
    help = quoted_list(near) + (near.size() == 1 ? " is close" : " are close");
  return failure("usage", "unknown flag `" + name + "`", std::move(help));
}

/// What CLI11 throws where it cannot read on: a value that is missing, or one that a switch got.
Error unreadable(const std::vector<std::string>& arguments, const FlagSet& flags,
                 const std::string& usage_of) {
  if (!arguments.empty()) {
    if (const FlagSpec* flag = flags.awaiting_value(arguments.back())) {
      return failure("usage", "`" + shown(*flag) + "` needs a value",
                     "write `" + shown(*flag) + " " + std::string(flag->value_name) + "`");
    }
  }
  for (const std::string& argument : arguments) {
    const size_t equals = argument.find('=');
    if (!argument.starts_with("--") || equals == std::string::npos) continue;
    const FlagSpec* flag = flags.by_name(std::string_view(argument).substr(2, equals - 2));
    if (flag != nullptr && flag->arity == FlagArity::kSwitch) {
      return failure("usage", "`" + shown(*flag) + "` takes no value",
                     "write `" + shown(*flag) + "` alone");
    }
  }
  return failure("usage", "the command line cannot be read", help_hint(usage_of));
}

/// An empty value is most often a variable that is not set: to go on as if the flag were not there
/// would do something else than was meant.
Status check_not_empty(const std::vector<std::string>& values, const FlagSpec& flag) {
  if (std::find(values.begin(), values.end(), std::string()) == values.end()) return {};
  return failure(
      "usage", "the value of `" + shown(flag) + "` is empty",
      "write `" + shown(flag) + " " + std::string(flag.value_name) + "`, or leave it out");
}

/// What no flag took: positionals, and flags that nobody knows.
Result<std::vector<std::string>> positionals_of(const std::vector<std::string>& left,
                                                const FlagSet& flags, const std::string& usage_of) {
  std::vector<std::string> positionals;
  bool behind_mark = false;
  for (const std::string& argument : left) {
    if (!behind_mark && argument == "--") {
      behind_mark = true;
    } else if (!behind_mark && looks_like_flag(argument)) {
      return unknown_flag(argument, flags, usage_of);
    } else {
      positionals.push_back(argument);
    }
  }
  return positionals;
}

}  // namespace

Result<Arguments> bind_arguments(const std::vector<std::string>& arguments, const FlagSet& flags,
                                 const std::string& usage_of) {
  CLI::App app;
  app.set_help_flag();
  app.allow_extras();
  std::vector<std::pair<const FlagSpec*, CLI::Option*>> options;
  for (const FlagSpec* flag : flags) options.emplace_back(flag, declare(app, *flag));

  std::vector<std::string> reversed = with_empty_values(arguments);
  std::reverse(reversed.begin(), reversed.end());
  try {
    app.parse(reversed);
  } catch (const CLI::Error&) {
    return unreadable(arguments, flags, usage_of);
  }

  Arguments given;
  TIZZA_TRY(auto positionals, positionals_of(app.remaining(), flags, usage_of));
  given.set_positionals(std::move(positionals));
  for (const auto& [flag, option] : options) {
    if (option->count() == 0) continue;
    std::vector<std::string> values;
    if (flag->arity != FlagArity::kSwitch) values = option->results();
    TIZZA_CHECK(check_not_empty(values, *flag));
    given.set_flag(std::string(flag->name), std::move(values));
  }
  return given;
}

}  // namespace tizza::app
