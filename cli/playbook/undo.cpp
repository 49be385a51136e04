#include "playbook/undo.hpp"

#include <fmt/core.h>

#include "playbook/run_state.hpp"
#include "playbook/secrets.hpp"
#include "playbook/step_kind.hpp"
#include "text/writer.hpp"

namespace tizza::playbook {
namespace {

/// How far a step came in any of its tries; empty where it did nothing. What was done once stays
/// done, and what was cut off may have happened, whatever was said or tried behind it.
std::string extent_of(const Step& step, const std::vector<Record>& records) {
  if (!step.kind->changes(step) && !step["undo"]) return {};
  bool is_open = false;
  bool may_have_happened = false;
  bool has_parts = false;
  for (const Record& record : records) {
    if (record.step != step.id) continue;
    if (record.event == Event::kProgress) has_parts = true;
    if (record.event != Event::kIntent && record.event != Event::kResult) continue;
    const Value& outcome = record.data["outcome"];
    if (record.event == Event::kResult && outcome == Value("done")) return "done";
    const bool has_ended = record.event == Event::kResult && outcome == Value("failed");
    if ((is_open && !has_ended) || outcome == Value("unknown")) may_have_happened = true;
    is_open = record.event == Event::kIntent;
  }
  if (is_open || may_have_happened) return "may have happened";
  return has_parts ? "done in part" : "";
}

bool is_needless(const Step& step) {
  return step["undo"].is_scalar() && step["undo"].text().starts_with("none");
}

/// The step that takes back another one.
Value undo_step(const Step& step, const std::string& extent) {
  Value undo;
  undo.set("id", "undo-" + step.id);
  undo.set("title", fmt::format("take back {} ({})", step.id, extent));
  if (!step["undo"].is_sequence()) {
    undo.set("do", step["undo"] ? "By hand: " + std::string(step["undo"].text())
                                : fmt::format("Step {} does not say how it is taken back: see "
                                              "what it did.",
                                              step.id));
    return undo;
  }
  undo.set("run", Value::as_written(step["undo"]));
  for (const char* key : {"ssh", "become", "for_each", "secret", "timeout", "repeat"}) {
    const bool is_alone = std::string_view(key) == "ssh" && !step["run"];
    if (step[key] && !is_alone) undo.set(key, Value::as_written(step[key]));
  }
  return undo;
}

Value secret_inputs(const Playbook& playbook) {
  Value inputs;
  for (const Input& input : playbook.inputs) {
    if (is_secret(input)) inputs.set(input.name, Value::as_written(input.node));
  }
  return inputs;
}

}  // namespace

UndoPlan plan_undo(const Playbook& playbook, const std::vector<Record>& records,
                   const std::string& run) {
  UndoPlan plan;
  Value::List steps;
  for (auto step = playbook.steps.rbegin(); step != playbook.steps.rend(); ++step) {
    const std::string extent = extent_of(*step, records);
    if (extent.empty()) {
      if (step_state(records, step->id) == StepState::kFailed && step->kind->changes(*step)) {
        plan.left_out.push_back(fmt::format("{} failed; nothing of it is taken back", step->id));
      }
    } else if (is_needless(*step)) {
      plan.left_out.push_back(fmt::format("{}: {}", step->id, step->node["undo"].text()));
    } else {
      steps.push_back(undo_step(*step, extent));
    }
  }
  if (steps.empty()) return plan;
  Value root;
  root.set("apiVersion", "tizza/v1");
  root.set("playbook", playbook.name);
  root.set("title", fmt::format("Take back run {} of {}", run, playbook.name));
  if (playbook.preempts) root.set("preempts", true);
  if (const Value inputs = secret_inputs(playbook); !inputs.is_null()) root.set("inputs", inputs);
  root.set("steps", std::move(steps));
  if (playbook.escalation()) root.set("escalate", Value::as_written(playbook.escalation()));
  plan.text = write_yaml(root);
  return plan;
}

}  // namespace tizza::playbook
