#include "base/folders.hpp"
#include "commands/all.hpp"
#include "commands/arguments.hpp"
#include "commands/context.hpp"
#include "commands/playbook_options.hpp"
#include "playbook/run_store.hpp"
#include "playbook/timeline.hpp"
#include "text/writer.hpp"

namespace tizza::commands {
namespace {

Result<Verdict> run(const Arguments& arguments, Context& context) {
  TIZZA_CHECK(check_run_argument(arguments));
  const playbook::RunStore store(context.files, state_folder(context.environment));
  TIZZA_TRY(const playbook::RunSummary found, store.find(arguments.positional(0)));
  TIZZA_CHECK(found.check_readable());
  const std::string path = store.journal_path(found.id);
  TIZZA_TRY(const std::string text, context.files.read_file(path));
  TIZZA_TRY(const auto contents, playbook::parse_journal(path, text));
  const playbook::Timeline timeline = playbook::make_timeline(found.id, contents.records);
  const std::string& format = arguments.get("format");
  if (format == "json") {
    context.terminal.out(write_json(timeline_value(timeline), 2) + "\n");
  } else {
    context.terminal.out(format == "html" ? timeline_html(timeline) : timeline_markdown(timeline));
  }
  return Verdict::kDone;
}

}  // namespace

const CommandSpec& playbook_report_command() {
  static const CommandSpec spec{
      .path = "playbook report",
      .summary = "print the timeline of a run, for the post-mortem",
      .description =
          "Prints who did what and when, how long it took, and the end of what it printed, from "
          "the "
          "journal of a run or rehearsal. Times are UTC.",
      .examples = {{"tizza playbook report 20260302-090000-25 > timeline.md",
                    "for the post-mortem document"}},
      .positionals = {{"RUN", "the run's id, or how it begins", PositionalArity::kRequired,
                       Completer::kRuns}},
      .flags = {{.name = "format",
                 .arity = FlagArity::kOne,
                 .value_name = "<format>",
                 .summary = "how it is printed",
                 .default_value = "markdown",
                 .choices = {"markdown", "html", "json"}}},
      .run = run,
  };
  return spec;
}

}  // namespace tizza::commands
