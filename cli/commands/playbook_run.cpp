#include "commands/all.hpp"
#include "commands/playbook_options.hpp"
#include "commands/playbook_session.hpp"

namespace tizza::commands {
namespace {

Result<Verdict> run(const Arguments& arguments, Context& context) {
  TIZZA_TRY(PlaybookOptions options, read_playbook_options(arguments));
  return start_playbook(std::move(options), context);
}

std::vector<FlagSpec> flags() {
  auto all = playbook_start_flags();
  all.push_back({.name = "new-run", .summary = "begin another run although one is not over"});
  all.push_back({.name = "dry-run", .summary = "print every step and command, do nothing"});
  return all;
}

}  // namespace

const CommandSpec& playbook_run_command() {
  static const CommandSpec spec{
      .path = "playbook run",
      .summary = "follow a playbook, step by step",
      .description =
          "Asks for the inputs that are not given, checks all prerequisites, then shows one step "
          "after the other with the exact commands and runs it when told to. Every step is written "
          "to a journal before and after it happens, so that `playbook resume` can go on after a "
          "pause, a failure or a crash. Where a run of it is not over, that one is offered "
          "first.\n\n"
          "Without a terminal every question needs an `--answer`; else nothing happens and the "
          "exit code is 4. Exit codes: 1 a step or a prerequisite failed, 3 paused, 5 escalated, 6 "
          "nobody knows how a step ended.",
      .examples = {{"tizza playbook run revert-version culinary-service --env production",
                    "put an older version back"},
                   {"tizza playbook run revert-version culinary-service --dry-run",
                    "see the commands first"}},
      .positionals = {{"NAME", "a playbook's name or file", PositionalArity::kRequired,
                       Completer::kPlaybooks},
                      {"SERVICE", "the service it is about", PositionalArity::kOptional,
                       Completer::kServices}},
      .flags = flags(),
      .changes = Changes::kRemote,
      .run = run,
  };
  return spec;
}

}  // namespace tizza::commands
