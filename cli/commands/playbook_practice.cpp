#include "commands/all.hpp"
#include "commands/playbook_options.hpp"
#include "commands/playbook_session.hpp"

namespace tizza::commands {
namespace {

Result<Verdict> run(const Arguments& arguments, Context& context) {
  TIZZA_TRY(PlaybookOptions options, read_playbook_options(arguments));
  options.is_practice = true;
  options.scenario = arguments.get("scenario");
  options.replayed_run = arguments.get("from-journal");
  if (!options.scenario.empty() && !options.replayed_run.empty()) {
    return failure("usage", "`--scenario` and `--from-journal` both say how it goes",
                   "give one of them");
  }
  return start_playbook(std::move(options), context);
}

std::vector<FlagSpec> flags() {
  auto all = playbook_start_flags();
  all.push_back({.name = "scenario",
                 .arity = FlagArity::kOne,
                 .value_name = "<file>",
                 .summary = "how each step ends: `tizza help scenario-file`"});
  all.push_back({.name = "from-journal",
                 .arity = FlagArity::kOne,
                 .value_name = "<run>",
                 .summary = "let every step end as it did in an earlier run",
                 .completer = Completer::kRuns});
  all.push_back({.name = "dry-run", .summary = "print every step and command, write no journal"});
  return all;
}

}  // namespace

const CommandSpec& playbook_practice_command() {
  static const CommandSpec spec{
      .path = "playbook practice",
      .summary = "rehearse a playbook without touching anything",
      .description =
          "The same as `playbook run`, but nothing outside is touched: how a step ends is chosen "
          "at the prompt (`succeeds`, `fails`) or by `--answer`, scripted by `--scenario`, or "
          "replayed from an earlier run by `--from-journal`; prerequisites are only named. "
          "`--yes-to all` lets every step that acts succeed. The rehearsal has a journal of its "
          "own.",
      .examples = {{"tizza playbook practice revert-version culinary-service --env production",
                    "before the bad night"}},
      .positionals = {{"NAME", "a playbook's name or file", PositionalArity::kRequired,
                       Completer::kPlaybooks},
                      {"SERVICE", "the service it is about", PositionalArity::kOptional,
                       Completer::kServices}},
      .flags = flags(),
      .changes = Changes::kLocal,
      .run = run,
  };
  return spec;
}

}  // namespace tizza::commands
