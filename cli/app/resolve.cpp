#include "app/resolve.hpp"

#include <algorithm>

#include "app/config_keys.hpp"
#include "app/help.hpp"
#include "base/near_names.hpp"
#include "base/strings.hpp"

namespace tizza::app {

using commands::Arguments;
using commands::CommandSpec;
using commands::FlagArity;
using commands::FlagSpec;
using commands::PositionalArity;
using commands::PositionalSpec;

namespace {

std::vector<std::string> copied(const std::vector<std::string_view>& views) {
  return {views.begin(), views.end()};
}

/// `origin` is how messages name the place that the value came from: `--color`, `TIZZA_COLOR`.
Status check_choice(const std::string& value, const std::vector<std::string_view>& choices,
                    const std::string& origin) {
  if (choices.empty() || std::count(choices.begin(), choices.end(), value) != 0) return {};
  std::string help = near_names_help(value, copied(choices));
  if (!help.empty()) help += "; ";
  help += "`" + origin + "` takes " + quoted_list(copied(choices), "or");
  return failure("usage", "unknown value `" + value + "` of `" + origin + "`", std::move(help));
}

/// A switch as the environment and configurations write it.
Result<bool> read_switch(const std::string& value, const std::string& origin) {
  for (const char* on : {"1", "true", "yes", "on"}) {
    if (value == on) return true;
  }
  for (const char* off : {"", "0", "false", "no", "off"}) {
    if (value == off) return false;
  }
  return failure("usage", "unknown value `" + value + "` of `" + origin + "`",
                 "`" + origin + "` takes `true` or `false`");
}

Status set_from(Arguments& arguments, const FlagSpec& flag, const std::vector<std::string>& values,
                const std::string& origin) {
  if (flag.arity != FlagArity::kSwitch) {
    for (const std::string& value : values) TIZZA_CHECK(check_choice(value, flag.choices, origin));
    arguments.set_flag(std::string(flag.name), values);
    return {};
  }
  TIZZA_TRY(const bool on, read_switch(values.front(), origin));
  if (on) arguments.set_flag(std::string(flag.name), {});
  return {};
}

Status set_from(Arguments& arguments, const FlagSpec& flag, const ConfigValue& value) {
  auto status = set_from(arguments, flag, value.values, std::string(value.key->key));
  if (status) return status;
  Error error = std::move(status).error();
  error.diagnostic.at = value.at;
  return error;
}

Status resolve_flag(Arguments& arguments, const FlagSpec& flag, const Environment& environment,
                    const Configuration& configuration) {
  const std::string name(flag.name);
  if (arguments.has(name)) {
    for (const std::string& value : arguments.all(name)) {
      TIZZA_CHECK(check_choice(value, flag.choices, "--" + name));
    }
    return {};
  }
  if (!flag.env.empty()) {
    const auto value = environment.get(flag.env);
    if (value && !value->empty()) {
      return set_from(arguments, flag, {*value}, std::string(flag.env));
    }
  }
  if (!flag.config_key.empty()) {
    if (const ConfigValue* value = configuration.find(flag.config_key)) {
      return set_from(arguments, flag, *value);
    }
  }
  if (!flag.default_value.empty()) arguments.set_flag(name, {std::string(flag.default_value)});
  return {};
}

bool is_endless(const PositionalSpec& positional) {
  return positional.arity == PositionalArity::kMany ||
         positional.arity == PositionalArity::kAtLeastOne;
}

bool is_required(const PositionalSpec& positional) {
  return positional.arity == PositionalArity::kRequired ||
         positional.arity == PositionalArity::kAtLeastOne;
}

}  // namespace

Status resolve_flags(Arguments& arguments, const FlagSet& flags, const Environment& environment,
                     const Configuration& configuration) {
  for (const FlagSpec* flag : flags) {
    TIZZA_CHECK(resolve_flag(arguments, *flag, environment, configuration));
  }
  return {};
}

void hand_settings(Arguments& arguments, const CommandSpec& command,
                   const Configuration& configuration) {
  const std::string family = std::string(command.path.substr(0, command.path.find(' '))) + ".";
  for (const ConfigKey& row : config_keys()) {
    if (!row.key.starts_with(family)) continue;
    if (const ConfigValue* value = configuration.find(row.key)) {
      arguments.set_setting(std::string(row.key), value->document, value->node);
    }
  }
}

Status check_positionals(const Arguments& arguments, const CommandSpec& command) {
  const auto& values = arguments.positionals();
  const std::string usage = "usage: " + usage_line(command);
  for (size_t i = 0; i < command.positionals.size(); ++i) {
    const PositionalSpec& positional = command.positionals[i];
    if (i >= values.size()) {
      if (!is_required(positional)) break;
      return failure("usage", "missing argument `" + std::string(positional.name) + "`", usage);
    }
    for (size_t k = i; k < (is_endless(positional) ? values.size() : i + 1); ++k) {
      TIZZA_CHECK(check_choice(values[k], positional.choices, std::string(positional.name)));
    }
  }
  const bool endless = !command.positionals.empty() && is_endless(command.positionals.back());
  if (!endless && values.size() > command.positionals.size()) {
    const std::string& extra = values[command.positionals.size()];
    return failure("usage", "unexpected argument `" + extra + "`", usage);
  }
  return {};
}

}  // namespace tizza::app
