#include "app/config_setting.hpp"
#include "app/own_commands.hpp"
#include "commands/arguments.hpp"
#include "commands/context.hpp"

namespace tizza::app {

using commands::Arguments;
using commands::CommandSpec;
using commands::Context;

namespace {

Result<Verdict> run_config_get(const Arguments& arguments, Context& context) {
  TIZZA_TRY(const ConfigKey* row, require_config_key(arguments.positional(0)));
  TIZZA_TRY(const auto configuration, Configuration::load(context));
  const Setting setting = settle(*row, configuration, context.environment);
  for (const std::string& value : setting.values) context.terminal.out(value + "\n");
  return setting.values.empty() ? Verdict::kNegative : Verdict::kDone;
}

}  // namespace

const CommandSpec& config_get_command() {
  static const CommandSpec spec = {
      .path = "config get",
      .summary = "print the value of one key",
      .description = "One line a value. Exit code 1 where the key is not set.",
      .examples = {{"tizza config get validate.fail-on", "for a script"}},
      .positionals = {{.name = "KEY",
                       .summary = "such as `validate.fail-on`",
                       .completer = commands::Completer::kConfigKeys}},
      .run = run_config_get,
  };
  return spec;
}

}  // namespace tizza::app
