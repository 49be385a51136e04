#include "commands/playbook_earlier.hpp"

#include <fmt/core.h>

#include "base/strings.hpp"
#include "commands/ask.hpp"
#include "commands/playbook_texts.hpp"

namespace tizza::commands {
namespace {

using playbook::RunPhase;
using playbook::RunStore;
using playbook::RunSummary;

/// The runs that do what this one is about to do, oldest first.
Result<std::vector<RunSummary>> unfinished_runs(const RunStore& store, const Conduct& conduct) {
  std::vector<RunSummary> found;
  TIZZA_TRY(auto runs, store.list());
  for (RunSummary& run : runs) {
    const bool is_same = run.problem.empty() && !run.state.is_over() &&
                         run.state.text("mode") == "run" &&
                         run.state.text("playbook") == conduct.playbook.name &&
                         run.state.text("service") == name_in(conduct.scope, "service") &&
                         run.state.text("environment") == name_in(conduct.scope, "environment");
    if (is_same) found.push_back(std::move(run));
  }
  return found;
}

std::string state_text(const RunSummary& run, bool is_running) {
  const std::string step =
      run.state.position.empty() ? "" : fmt::format(" `{}`", run.state.position);
  if (is_running) return "is running, at step" + step;
  if (run.state.is_in_doubt) return fmt::format("is in an unknown state: step{} was cut off", step);
  if (step.empty()) return "was cut off behind its last step";
  if (run.state.phase == RunPhase::kOpen) return "was cut off before step" + step;
  return fmt::format("is {} at step{}", to_string(run.state.phase), step);
}

/// `run `…` of `bake` on `oven` in `production` is paused at step `look` since …`
std::string describe(const RunSummary& run, bool is_running, size_t count) {
  std::string subject = subject_text(run.state.text("service"), run.state.text("environment"));
  if (!subject.empty()) subject = " on " + subject;
  std::string text =
      fmt::format("run `{}` of `{}`{} {}, since {}", run.id, run.state.text("playbook"), subject,
                  state_text(run, is_running), run.state.last_time);
  if (count > 1)
    text += fmt::format(", and {} not over", counted(count - 1, "older one is", "older ones are"));
  return text;
}

Result<StartDecision> ask_which(const RunSummary& run, bool is_running, Context& context) {
  Question question;
  question.kind = QuestionKind::kChoice;
  question.prompt = "How does it go on?";
  if (!is_running) question.choices.push_back({"resume", "go on with that run"});
  question.choices.push_back({"new", "begin another run beside it"});
  question.choices.push_back({"stop", "do nothing"});
  question.default_value = question.choices.front().value == "resume" ? "resume" : "stop";
  question.flag = "--new-run";
  question.is_gate = true;
  TIZZA_TRY(const Answer answer, ask(question, context));
  if (answer.text() == "resume") return StartDecision{StartChoice::kResume, run.id};
  return StartDecision{answer.text() == "new" ? StartChoice::kNew : StartChoice::kStop};
}

}  // namespace

Result<StartDecision> settle_earlier_run(const RunStore& store, const Conduct& conduct,
                                         bool is_new_wanted, Context& context) {
  if (conduct.is_practice || is_new_wanted) return StartDecision{};
  TIZZA_TRY(const auto runs, unfinished_runs(store, conduct));
  if (runs.empty()) return StartDecision{};
  const RunSummary& newest = runs.back();
  const bool is_running = store.is_running(newest);
  // A run at work that must not be interrupted keeps this one out anyway, with better words.
  const bool is_locked_out = is_running && !conduct.playbook.preempts;
  if (is_locked_out && !newest.state.text("service").empty()) return StartDecision{};
  const std::string text = describe(newest, is_running, runs.size());
  if (context.presentation.may_ask) {
    context.terminal.err(text + "\n");
    return ask_which(newest, is_running, context);
  }
  const std::string other_way = is_running ? "see how far it is: tizza playbook status "
                                           : "go on with it: tizza playbook resume ";
  return failure("earlier-run", text,
                 other_way + newest.id + ", or begin another run beside it with --new-run",
                 Verdict::kNeedsPerson);
}

}  // namespace tizza::commands
