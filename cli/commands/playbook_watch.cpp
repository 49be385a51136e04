#include <fmt/core.h>

#include "base/folders.hpp"
#include "commands/all.hpp"
#include "commands/arguments.hpp"
#include "commands/context.hpp"
#include "commands/playbook_options.hpp"
#include "commands/playbook_texts.hpp"
#include "playbook/run_store.hpp"
#include "text/writer.hpp"

namespace tizza::commands {
namespace {

using playbook::Record;
using playbook::RunPhase;
using playbook::RunStore;
using playbook::RunSummary;

constexpr std::chrono::milliseconds kLookAgain{250};

/// The exit code of the run itself, as far as its journal tells it.
Verdict verdict_of(const playbook::RunState& state) {
  if (state.phase == RunPhase::kFinished) return Verdict::kDone;
  if (state.is_in_doubt) return Verdict::kUnknownState;
  return state.phase == RunPhase::kEscalated ? Verdict::kEscalated : Verdict::kStopped;
}

void print(const Record& record, bool is_jsonl, Context& context) {
  context.terminal.out(is_jsonl ? write_json(playbook::to_value(record)) + "\n"
                                : record_line(record));
}

/// What is looked at, and how it ends, before the first record: above an empty screen nobody knows.
void print_heading(const RunSummary& run, bool is_running, Context& context) {
  std::string what = fmt::format("run {} of `{}`", run.id, run.state.text("playbook"));
  const std::string subject =
      subject_text(run.state.text("service"), run.state.text("environment"));
  if (!subject.empty()) what += " on " + subject;
  const std::string state = is_running ? "is running; Ctrl-C ends the looking on alone"
                                       : fmt::format("is {}", to_string(run.state.phase));
  context.terminal.err(fmt::format("{} {}\n", what, state));
}

/// Prints what is written until no process is at work on the run.
Result<Verdict> follow(const RunStore& store, const RunSummary& run, bool is_jsonl,
                       Context& context) {
  const std::string path = store.journal_path(run.id);
  size_t shown = 0;
  print_heading(run, store.is_running(run), context);
  while (true) {
    // Asked first: what is written until then is read behind it.
    const bool is_running = store.is_running(run);
    TIZZA_TRY(const std::string text, context.files.read_file(path));
    TIZZA_TRY(const auto contents, playbook::parse_journal(path, text));
    for (; shown < contents.records.size(); ++shown) {
      print(contents.records[shown], is_jsonl, context);
    }
    context.terminal.flush();
    const playbook::RunState state = playbook::fold(contents.records);
    if (!is_running || state.is_over()) {
      if (!state.is_over()) {
        context.terminal.err(
            fmt::format("nobody is at work on it; go on with: tizza playbook resume {}\n", run.id));
      }
      return verdict_of(state);
    }
    TIZZA_CHECK(context.terminal.output_status());
    context.clock.sleep(kLookAgain);
  }
}

Result<Verdict> run(const Arguments& arguments, Context& context) {
  TIZZA_CHECK(check_run_argument(arguments));
  const RunStore store(context.files, state_folder(context.environment));
  TIZZA_TRY(const RunSummary found,
            store.find(arguments.positionals().empty() ? "" : arguments.positional(0)));
  TIZZA_CHECK(found.check_readable());
  return follow(store, found, arguments.get("format") == "jsonl", context);
}

}  // namespace

const CommandSpec& playbook_watch_command() {
  static const CommandSpec spec{
      .path = "playbook watch",
      .summary = "look on while a run goes on elsewhere",
      .description =
          "Prints what the journal of a run says, and each record as it is written, until the run "
          "is over or nobody is at work on it. It changes nothing. Exit codes: 0 finished, 3 "
          "paused or aborted, 5 escalated, 6 nobody knows how a step ended.",
      .examples = {{"tizza playbook watch", "the newest run that is open, in a second terminal"},
                   {"tizza playbook watch 20260302-090000-25 --format jsonl", "for a program"}},
      .positionals = {{"RUN", "the run's id, or how it begins", PositionalArity::kOptional,
                       Completer::kRuns}},
      .flags = {{.name = "format",
                 .arity = FlagArity::kOne,
                 .value_name = "<format>",
                 .summary = "jsonl prints each record as it stands in the journal",
                 .default_value = "pretty",
                 .choices = {"pretty", "jsonl"}}},
      .run = run,
  };
  return spec;
}

}  // namespace tizza::commands
