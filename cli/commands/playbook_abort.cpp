#include <fmt/core.h>

#include "base/folders.hpp"
#include "commands/all.hpp"
#include "commands/arguments.hpp"
#include "commands/context.hpp"
#include "commands/playbook_conduct.hpp"
#include "commands/playbook_inputs.hpp"
#include "commands/playbook_options.hpp"
#include "playbook/run_store.hpp"

namespace tizza::commands {
namespace {

using playbook::RunStore;
using playbook::RunSummary;

Status refuse_what_is_over(const RunSummary& run) {
  TIZZA_CHECK(run.check_readable());
  if (!run.state.is_over()) return {};
  return failure("playbook",
                 fmt::format("run `{}` is {} already", run.id, to_string(run.state.phase)),
                 "see its course: tizza playbook status " + run.id);
}

Value end_record(const Arguments& arguments, const Context& context) {
  Value data;
  data.set("outcome", "aborted");
  if (!arguments.get("reason").empty()) data.set("reason", arguments.get("reason"));
  data.set("operator", operator_value(context));
  return data;
}

Result<Verdict> run(const Arguments& arguments, Context& context) {
  TIZZA_CHECK(check_run_argument(arguments));
  RunStore store(context.files, state_folder(context.environment));
  TIZZA_TRY(RunSummary run, store.find(arguments.positional(0)));
  TIZZA_CHECK(refuse_what_is_over(run));
  TIZZA_TRY(const auto lock, lock_run(store, run, context));
  TIZZA_TRY(run, store.find(run.id));  // until now another process may have gone on with it
  TIZZA_CHECK(refuse_what_is_over(run));
  if (run.state.is_in_doubt) {
    context.terminal.err(fmt::format("nobody knows how step `{}` ended\n", run.state.position));
  }
  if (arguments.has("dry-run")) {
    context.terminal.out(
        fmt::format("would abort run {} of {}\n", run.id, run.state.text("playbook")));
    return Verdict::kDone;
  }
  TIZZA_TRY(auto journal,
            playbook::Journal::reopen(context.files, context.clock, store.journal_path(run.id)));
  TIZZA_CHECK(
      journal.append(playbook::Event::kEnd, run.state.position, end_record(arguments, context)));
  context.terminal.out(
      fmt::format("run {} of {} is aborted; its course: tizza playbook status {}\n", run.id,
                  run.state.text("playbook"), run.id));
  return Verdict::kDone;
}

}  // namespace

const CommandSpec& playbook_abort_command() {
  static const CommandSpec spec{
      .path = "playbook abort",
      .summary = "end a run that nobody will go on with",
      .description =
          "Ends a run where it stands; nothing is done and nothing is taken back. Its journal is "
          "kept. A run that a process is at work on is refused: stop it there.",
      .examples = {{"tizza playbook abort 20260302-090000-25 --reason 'solved otherwise'",
                    "forget a paused run"}},
      .positionals = {{"RUN", "the run's id, or how it begins", PositionalArity::kRequired,
                       Completer::kRuns}},
      .flags = {{.name = "reason",
                 .arity = FlagArity::kOne,
                 .value_name = "<text>",
                 .summary = "why, for the journal"},
                {.name = "dry-run", .summary = "show which run it would be"}},
      .changes = Changes::kLocal,
      .run = run,
  };
  return spec;
}

}  // namespace tizza::commands
