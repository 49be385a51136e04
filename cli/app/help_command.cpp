#include <algorithm>

#include "app/help.hpp"
#include "app/own_commands.hpp"
#include "commands/arguments.hpp"

namespace tizza::app {

using commands::Completer;
using commands::Context;
using commands::PositionalArity;

namespace {

Result<Verdict> run_help(const commands::Arguments& arguments, Context& context) {
  return show_help(arguments.positionals(), context);
}

}  // namespace

Result<Verdict> show_help(const std::vector<std::string>& words, Context& context) {
  HelpOptions options;
  options.colour = context.presentation.colour_out;
  if (context.terminal.out_is_terminal()) {
    options.width = static_cast<size_t>(std::clamp(context.terminal.width(), 30, 80));
  }
  TIZZA_TRY(const std::string text, help_text(words, options));
  context.terminal.out(text);
  return Verdict::kDone;
}

const commands::CommandSpec& help_command() {
  static const commands::CommandSpec spec = {
      .path = "help",
      .summary = "show the help of a command or a topic",
      .description = "The same text as with `--help` behind the command.",
      .examples = {{"tizza help exit-codes", "what the exit code says"},
                   {"tizza help registry", "the commands of a group"}},
      .positionals = {{.name = "WORD",
                       .summary = "a command, a group or a topic",
                       .arity = PositionalArity::kMany,
                       .completer = Completer::kCommands}},
      .flags = {},
      .run = run_help,
      .defies_config = true,
  };
  return spec;
}

}  // namespace tizza::app
