#include <algorithm>
#include <iterator>

#include "app/completion.hpp"
#include "app/live_names.hpp"
#include "app/own_commands.hpp"
#include "commands/arguments.hpp"
#include "commands/context.hpp"

namespace tizza::app {

using commands::Arguments;
using commands::CommandSpec;
using commands::Context;

namespace {

Result<Verdict> run_completion(const Arguments& arguments, Context& context) {
  const std::string shell = arguments.positional(0);
  context.terminal.out(shell == "bash"  ? bash_completion()
                       : shell == "zsh" ? zsh_completion()
                                        : fish_completion());
  return Verdict::kDone;
}

Result<Verdict> run_complete(const Arguments& arguments, Context& context) {
  const auto& given = arguments.positionals();
  const std::vector<std::string> words(given.begin() + std::min<ptrdiff_t>(2, std::ssize(given)),
                                       given.end());
  const auto names = live_names(arguments.positional(0), arguments.positional(1), words, context);
  for (const auto& name : names) {
    context.terminal.out(name + "\n");
  }
  return Verdict::kDone;
}

}  // namespace

const CommandSpec& completion_command() {
  static const CommandSpec spec = {
      .path = "completion",
      .summary = "print the completion script of a shell",
      .description =
          "Packages install the scripts; this is for a binary that was put in place by "
          "hand.",
      .examples = {{"source <(tizza completion bash)", "complete in this shell"},
                   {"tizza completion zsh > ~/.zfunc/_tizza", "complete in every zsh"}},
      .positionals = {{.name = "SHELL",
                       .summary = "bash, zsh or fish",
                       .choices = {"bash", "zsh", "fish"}}},
      .run = run_completion,
      .defies_config = true,
  };
  return spec;
}

const CommandSpec& complete_command() {
  static const CommandSpec spec = {
      .path = "__complete",
      .summary = "print the live names that completion scripts offer",
      .examples = {{"tizza __complete services culi", "services that start with `culi`"}},
      .positionals = {{.name = "KIND", .summary = "services, tags, templates and so on"},
                      {.name = "PREFIX",
                       .summary = "what the names start with",
                       .arity = commands::PositionalArity::kOptional},
                      {.name = "WORD",
                       .summary = "the words of the line before it",
                       .arity = commands::PositionalArity::kMany}},
      .run = run_complete,
      .is_hidden = true,
      .defies_config = true,
  };
  return spec;
}

}  // namespace tizza::app
