#include "commands/playbook_settling.hpp"

#include <fmt/core.h>

#include "base/strings.hpp"
#include "playbook/step_kind.hpp"

namespace tizza::commands {
namespace {

/// Whether the step was cut off, so that somebody must say first what became of it.
bool needs_settling(const playbook::Step& step, const Conduct& conduct,
                    const playbook::Journal& journal) {
  return playbook::is_in_doubt(journal.records(), step.id) && !conduct.is_practice &&
         step.kind->changes(step) && step.repeat != playbook::RepeatPolicy::kSafe;
}

Status refuse_unsettled(const playbook::Step& step, const Conduct& conduct,
                        const playbook::Journal& journal) {
  if (conduct.settings.answers.contains(step.id)) return {};
  if (needs_settling(step, conduct, journal)) {
    return failure("unknown-step", fmt::format("nobody knows how step `{}` ended", step.id),
                   "find out, then give " + join(settling_flags(step), " or "),
                   Verdict::kUnknownState);
  }
  if (!step["escalate"] || !was_escalated(journal.records(), step.id)) return {};
  std::vector<std::string> flags;
  for (const std::string& answer : playbook::escalated_answers()) {
    flags.push_back(fmt::format("--answer {}={}", step.id, answer));
  }
  return failure("needs-answer", fmt::format("help was called for at step `{}`", step.id),
                 "when it came, give " + join(flags, " or "), Verdict::kNeedsPerson);
}

}  // namespace

const playbook::Step* next_step(const playbook::RunSummary& run,
                                const playbook::Playbook& playbook) {
  if (!run.state.has_position) return &playbook.steps.front();
  const auto index = playbook.find(run.state.position);
  return index ? &playbook.steps[*index] : nullptr;
}

Status refuse_unanswered(const playbook::RunSummary& run, const Conduct& conduct,
                         const playbook::Journal& journal) {
  const playbook::Step* step = next_step(run, conduct.playbook);
  if (step == nullptr) return {};
  TIZZA_CHECK(refuse_unsettled(*step, conduct, journal));
  const bool is_settled = needs_settling(*step, conduct, journal) || step->node["escalate"];
  return refuse_missing_answers(conduct, {step->id, is_settled});
}

Status refuse_settled(const Conduct& conduct, const playbook::Journal& journal) {
  for (const auto& [id, answer] : conduct.settings.answers) {
    const auto index = conduct.playbook.find(id);
    const bool is_gate = !index || conduct.playbook.steps[*index].kind->is_gate;
    if (is_gate || !playbook::settles(answer)) continue;
    const playbook::StepState state = journal.state(id);
    if (state == playbook::StepState::kDone) {
      return failure(
          "usage",
          fmt::format("step `{}` is done, and `{}` only settles what is in doubt", id, answer),
          "no step that is done runs again; begin another run: tizza playbook run " +
              conduct.playbook.name);
    }
    if (state == playbook::StepState::kFailed) {
      return failure(
          "usage",
          fmt::format("step `{}` failed, and `{}` only settles what is in doubt", id, answer),
          fmt::format("give --answer {0}=run or --answer {0}=skip", id));
    }
  }
  return {};
}

}  // namespace tizza::commands
