#include <fmt/core.h>

#include "base/folders.hpp"
#include "commands/all.hpp"
#include "commands/arguments.hpp"
#include "commands/playbook_conduct.hpp"
#include "commands/playbook_options.hpp"
#include "commands/playbook_session.hpp"
#include "playbook/run_store.hpp"
#include "playbook/undo.hpp"

namespace tizza::commands {
namespace {

using playbook::RunPhase;
using playbook::RunStore;
using playbook::RunSummary;

/// What is not there to be taken back.
Status refuse(const RunStore& store, const RunSummary& run) {
  TIZZA_CHECK(run.check_readable());
  if (run.state.text("mode") != "run") {
    return failure("playbook",
                   fmt::format("run `{}` is {}", run.id,
                               run.state.text("mode") == "undo" ? "an undo itself" : "practice"),
                   "give a run that changed something");
  }
  TIZZA_TRY(const auto runs, store.list());
  for (const RunSummary& other : runs) {
    if (other.state.text("undoes") != run.id || other.state.phase == RunPhase::kAborted) continue;
    const bool is_over = other.state.is_over();
    return failure("playbook",
                   fmt::format("run `{}` {} taken back by run `{}`", run.id,
                               is_over ? "was" : "is being", other.id),
                   (is_over ? "see its course: tizza playbook status "
                            : "go on with that: tizza playbook resume ") +
                       other.id);
  }
  return {};
}

Result<Verdict> run(const Arguments& arguments, Context& context) {
  TIZZA_CHECK(check_run_argument(arguments));
  const RunStore store(context.files, state_folder(context.environment));
  TIZZA_TRY(RunSummary found, store.find(arguments.positional(0)));
  TIZZA_TRY(const auto lock, lock_run(store, found, context));
  TIZZA_TRY(found, store.find(found.id));  // until now another process may have gone on with it
  TIZZA_CHECK(refuse(store, found));
  PlaybookOptions options;
  TIZZA_TRY(options.settings, read_run_settings(arguments));
  options.is_dry_run = arguments.has("dry-run");
  options.is_jsonl = arguments.get("format") == "jsonl";
  return undo_playbook(found, std::move(options), context);
}

std::vector<FlagSpec> flags() {
  auto all = playbook_answer_flags();
  all.push_back({.name = "dry-run", .summary = "print what would be done, do nothing"});
  return all;
}

}  // namespace

const CommandSpec& playbook_undo_command() {
  static const CommandSpec spec{
      .path = "playbook undo",
      .summary = "take back what a run did, the last step first",
      .description =
          "Follows the journal of a run in reverse and does what each step that was done says in "
          "`undo`, with the values that were recorded then, `before.version` among them. Steps "
          "that may have happened, for nobody knows how a try of them ended, are among them, "
          "failed "
          "ones are not. It is a "
          "run of its own with a journal: it can be paused and resumed. A run that was not over "
          "is, from then on.",
      .examples = {{"tizza playbook undo 20260302-090000-25 --dry-run", "see what it would do"},
                   {"tizza playbook undo 20260302-090000-25", "take it back, step by step"}},
      .positionals = {{"RUN", "the run's id, or how it begins", PositionalArity::kRequired,
                       Completer::kRuns}},
      .flags = flags(),
      .changes = Changes::kRemote,
      .run = run,
  };
  return spec;
}

}  // namespace tizza::commands
