#include "commands/all.hpp"
#include "commands/playbook_options.hpp"
#include "commands/playbook_session.hpp"

namespace tizza::commands {
namespace {

Result<Verdict> run(const Arguments& arguments, Context& context) {
  TIZZA_CHECK(check_run_argument(arguments));
  PlaybookOptions options;
  TIZZA_TRY(options.settings, read_run_settings(arguments));
  options.is_dry_run = arguments.has("dry-run");
  options.is_jsonl = arguments.get("format") == "jsonl";
  return resume_playbook(arguments.positional(0), std::move(options), context);
}

std::vector<FlagSpec> flags() {
  auto all = playbook_answer_flags();
  all.push_back({.name = "dry-run", .summary = "print the steps that are left, do nothing"});
  return all;
}

}  // namespace

const CommandSpec& playbook_resume_command() {
  static const CommandSpec spec{
      .path = "playbook resume",
      .summary = "go on with a run that stopped",
      .description =
          "Goes on at the step where the run stopped; prerequisites are checked again. A step that "
          "was begun and of which nobody knows the end is settled first: by asking, by `--answer "
          "step=done` or `step=again`, or by its `repeat: safe`. No step that is recorded as done "
          "runs again.",
      .examples = {{"tizza playbook resume", "go on with the newest run that is open"},
                   {"tizza playbook resume 20260302-090000-25 --answer by-hand=again",
                    "run the step again that was cut off"}},
      .positionals = {{"RUN", "the run's id, or how it begins", PositionalArity::kOptional,
                       Completer::kRuns}},
      .flags = flags(),
      .changes = Changes::kRemote,
      .run = run,
  };
  return spec;
}

}  // namespace tizza::commands
