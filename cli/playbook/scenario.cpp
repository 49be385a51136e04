#include "playbook/scenario.hpp"

#include <fmt/core.h>

#include "base/near_names.hpp"
#include "base/strings.hpp"
#include "playbook/preflight.hpp"
#include "playbook/scope.hpp"
#include "playbook/step_kind.hpp"
#include "schema/builtin.hpp"

namespace tizza::playbook {
namespace {

constexpr std::string_view kJump = "jump:";

/// What may be said of how a step goes on behind a failure.
bool is_way_on(std::string_view outcome) {
  for (const std::string_view option : {"retry", "continue", "escalate", "pause", "abort"}) {
    if (outcome == option || outcome.starts_with(std::string(option) + ":")) return true;
  }
  return false;
}

/// A jump leads to a step that is there; else it would be found only when it is taken.
Status check_jump(Node outcome, const Playbook& playbook) {
  const std::string_view target = outcome.text().substr(kJump.size());
  if (playbook.find(target)) return {};
  return failure_at(outcome.location(), "scenario",
                    fmt::format("playbook `{}` has no step `{}` to jump to", playbook.name, target),
                    names_help(target, playbook.step_ids()));
}

Status read_outcome(Node outcome, const Playbook& playbook, const Step& step,
                    const RunSettings& settings, std::deque<std::string>& script) {
  const std::string text(outcome.text());
  if (text.starts_with(kJump)) {
    TIZZA_CHECK(check_jump(outcome, playbook));
  } else if (!is_way_on(text)) {
    RunSettings alone = settings;
    alone.answers = {{step.id, text}};
    if (const auto help = refuse_answer(step, alone, true)) {
      return failure_at(outcome.location(), "scenario",
                        fmt::format("`{}` cannot be said of step `{}`", text, step.id), *help);
    }
  }
  script.push_back(text);
  return {};
}

std::string text_of(const Record& record, std::string_view key) {
  return plain_text(record.data[key]);
}

/// What was said of a step that is left to a person.
std::string answer_of(const Step& step, const Record& record) {
  const std::string reason = text_of(record, "reason");
  if (step.ask) return plain_text(record.data["captured"][step.ask->name]);
  const bool is_done = record.data["outcome"] == Value("done");
  if (step["approve"]) {
    return is_done ? "approved:" + text_of(record, "approved_by") : "refused:" + reason;
  }
  if (step["confirm"]) return is_done ? "yes" : "no:" + reason;
  return is_done ? "done" : "failed:" + reason;
}

std::string outcome_of(const Step& step, const Record& record) {
  const std::string reason = text_of(record, "reason");
  if (record.data["outcome"] == Value("skipped")) return "skip:" + reason;
  if (step.kind->is_gate) return answer_of(step, record);
  if (record.data["outcome"] == Value("done")) {
    const std::string output = text_of(record, "output");
    return output.empty() ? "succeeds" : "succeeds:" + output;
  }
  return "fails:" + reason;
}

}  // namespace

Status read_scenario(const DocumentPtr& document, const Playbook& playbook, RunSettings& settings) {
  Findings found;
  if (!schema::check(*document, "scenario", found)) return Error{found.list().front()};
  for (const auto& [id, outcomes] : document->root()["steps"].entries()) {
    const auto index = playbook.find(id.text());
    if (!index) {
      return failure_at(id.location(), "scenario",
                        fmt::format("playbook `{}` has no step `{}`", playbook.name, id.text()),
                        names_help(id.text(), playbook.step_ids()));
    }
    const Step& step = playbook.steps[*index];
    std::deque<std::string>& script = settings.script[step.id];
    if (outcomes.is_scalar()) TIZZA_CHECK(read_outcome(outcomes, playbook, step, settings, script));
    for (const Node outcome : outcomes.items()) {
      TIZZA_CHECK(read_outcome(outcome, playbook, step, settings, script));
    }
  }
  return {};
}

Script script_of(const Playbook& playbook, const std::vector<Record>& records) {
  Script script;
  std::string failed;  // the step whose last try failed, and nothing else was said since
  for (const Record& record : records) {
    const auto index = playbook.find(record.step);
    if (!index) continue;
    const Step& step = playbook.steps[*index];
    if (record.event == Event::kIntent && failed == step.id) script[step.id].push_back("retry");
    if (record.event == Event::kMove && text_of(record, "reason") != "on_failure") {
      script[step.id].push_back(std::string(kJump) + text_of(record, "next"));
    }
    if (record.event == Event::kMove || record.event == Event::kIntent) failed.clear();
    if (record.event != Event::kResult) continue;
    if (record.data["reason"] == Value(kDoesNotApply)) continue;
    script[step.id].push_back(outcome_of(step, record));
    failed = record.data["outcome"] == Value("failed") ? step.id : std::string();
  }
  return script;
}

}  // namespace tizza::playbook
