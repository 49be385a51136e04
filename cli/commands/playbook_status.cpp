#include <fmt/core.h>

#include "base/folders.hpp"
#include "base/strings.hpp"
#include "commands/all.hpp"
#include "commands/arguments.hpp"
#include "commands/context.hpp"
#include "commands/output.hpp"
#include "commands/playbook_options.hpp"
#include "commands/playbook_texts.hpp"
#include "playbook/run_store.hpp"
#include "playbook/scope.hpp"
#include "text/writer.hpp"

namespace tizza::commands {
namespace {

using playbook::Record;
using playbook::RunStore;
using playbook::RunSummary;
using playbook::to_value;

/// A run, and whether a process is at work on it: then its step is simply not over yet.
struct LiveRun {
  const RunSummary& run;
  bool is_running;

  LiveRun(const RunStore& store, const RunSummary& summary)
      : run(summary), is_running(store.is_running(summary)) {}

  bool is_unknown() const { return run.state.is_in_doubt && !is_running; }
};

std::string phase_of(const LiveRun& live) {
  if (!live.run.problem.empty()) return live.run.problem;
  return live.is_running ? "running" : std::string(to_string(live.run.state.phase));
}

/// Where it stands; empty where it is over.
std::string step_of(const LiveRun& live) {
  if (live.run.state.is_over()) return {};
  return live.run.state.position + (live.is_unknown() ? " (unknown)" : "");
}

Value to_value(const LiveRun& live) {
  const RunSummary& run = live.run;
  Value item;
  item.set("run", run.id);
  item.set("phase", phase_of(live));
  for (const char* key : {"playbook", "mode", "service", "environment"}) {
    item.set(key, run.state.text(key));
  }
  item.set("step", run.state.position);
  item.set("unknown", live.is_unknown());
  item.set("last", run.state.last_time);
  return item;
}

Result<Verdict> list_runs(const RunStore& store, const Arguments& arguments, Context& context) {
  TIZZA_TRY(const auto runs, store.list());
  if (wants_json(arguments)) {
    Value::List list;
    for (const RunSummary& run : runs) list.push_back(to_value(LiveRun(store, run)));
    Value root;
    root.set("schema_version", 1);
    root.set("runs", std::move(list));
    context.terminal.out(write_json(root, 2) + "\n");
    return Verdict::kDone;
  }
  report::Table table({"RUN", "PLAYBOOK", "SERVICE", "ENVIRONMENT", "PHASE", "STEP"});
  table.keep_whole({0});
  for (const RunSummary& run : runs) {
    const LiveRun live(store, run);
    const std::string mode = run.state.text("mode");
    table.add({run.id, run.state.text("playbook"), run.state.text("service"),
               run.state.text("environment"),
               phase_of(live) + (mode.empty() || mode == "run" ? "" : " (" + mode + ")"),
               step_of(live)});
  }
  if (table.empty()) {
    context.terminal.err("no playbook was run yet; start one: tizza playbook run <name>\n");
  } else {
    context.terminal.out(table.render(table_options(context)));
  }
  return Verdict::kDone;
}

Result<Verdict> show_run(const RunStore& store, const RunSummary& run, const Arguments& arguments,
                         Context& context) {
  const LiveRun live(store, run);
  TIZZA_TRY(const std::string text, context.files.read_file(store.journal_path(run.id)));
  TIZZA_TRY(const auto contents, playbook::parse_journal(store.journal_path(run.id), text));
  if (wants_json(arguments)) {
    Value::List records;
    for (const Record& record : contents.records) records.push_back(to_value(record));
    Value root = to_value(live);
    root.set("schema_version", 1);
    root.set("records", std::move(records));
    context.terminal.out(write_json(root, 2) + "\n");
    return Verdict::kDone;
  }
  TIZZA_CHECK(run.check_readable());
  std::vector<std::string> subject;
  for (const char* key : {"playbook", "service", "environment"}) {
    if (!run.state.text(key).empty()) subject.push_back(run.state.text(key));
  }
  context.terminal.out(fmt::format("{} is {}: {}\n", run.id, phase_of(live), join(subject, " ")));
  for (const Record& record : contents.records) {
    context.terminal.out(record_line(record));
  }
  if (live.is_unknown()) {
    context.terminal.err(fmt::format("nobody knows how step `{}` ended\n", run.state.position));
  }
  if (!run.state.is_over() && !live.is_running) {
    context.terminal.err("go on with: tizza playbook resume " + run.id + "\n");
  }
  return Verdict::kDone;
}

Result<Verdict> run(const Arguments& arguments, Context& context) {
  TIZZA_CHECK(check_run_argument(arguments));
  const RunStore store(context.files, state_folder(context.environment));
  if (arguments.positional(0).empty()) return list_runs(store, arguments, context);
  TIZZA_TRY(const RunSummary found, store.find(arguments.positional(0)));
  return show_run(store, found, arguments, context);
}

}  // namespace

const CommandSpec& playbook_status_command() {
  static const CommandSpec spec{
      .path = "playbook status",
      .summary = "list the runs, or the course of one",
      .description =
          "Lists the runs and rehearsals of this account, or prints what the journal of "
          "one says.",
      .examples = {{"tizza playbook status", "see what is open"},
                   {"tizza playbook status 20260302-090000-25", "see how far one came"}},
      .positionals = {{"RUN", "the run's id, or how it begins", PositionalArity::kOptional,
                       Completer::kRuns}},
      .flags = {list_format_flag()},
      .run = run,
  };
  return spec;
}

}  // namespace tizza::commands
