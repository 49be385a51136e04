#include "playbook/engine.hpp"

#include <fmt/core.h>

#include <algorithm>

#include "base/strings.hpp"
#include "playbook/run_state.hpp"

namespace tizza::playbook {

bool is_left_to_person(const Step& step, const RunSettings& settings, bool is_practice) {
  return step.kind->is_gate || (step["announce"] && !settings.no_chat.empty() && !is_practice);
}

bool acts_unasked(const Step& step, YesTo yes_to, bool is_practice) {
  if (yes_to == YesTo::kAll) return true;
  if (is_practice) return false;
  if (!step.kind->changes(step)) return true;
  return yes_to == YesTo::kSafe && step.repeat == RepeatPolicy::kSafe;
}

bool is_second_person(const Scope& scope, std::string_view name) {
  const std::string first = plain_text(scope.names()["operator"]["name"]);
  return !trim(name).empty() && to_lower(trim(name)) != to_lower(first);
}

Result<Verdict> Engine::run() {
  const RunState state = fold(journal_.records());
  position_ = state.has_position ? state.position : playbook_.steps.front().id;
  if (const Value::Mapping* answers = state.answers.as_mapping()) {
    for (const auto& [name, value] : *answers) scope_.set(name, value);
  }
  while (!position_.empty()) {
    const auto index = playbook_.find(position_);
    if (!index) return failure("playbook", fmt::format("there is no step `{}`", position_));
    const Step& step = playbook_.steps[*index];
    if (settings_.is_interrupted && settings_.is_interrupted()) {
      person_.tell("another run needs this service now; this one is paused");
      TIZZA_TRY(const Flow flow, pause(step, "interrupted by another run", Verdict::kStopped));
      return *flow;
    }
    TIZZA_TRY(const Flow flow, run_step(step));
    if (flow) return *flow;
  }
  Value data;
  data.set("outcome", "finished");
  TIZZA_CHECK(journal_.append(Event::kEnd, "", std::move(data)));
  return Verdict::kDone;
}

Result<Engine::Flow> Engine::run_step(const Step& step) {
  TIZZA_TRY(const bool is_wanted, applies(step));
  if (!is_wanted) return skip(step, kDoesNotApply);
  TIZZA_TRY(const StepView view, view_of(step));
  person_.show(view);
  if (step["escalate"]) return reach_escalation(step, view);
  if (step.kind->is_gate) return pass_gate(step, view);
  if (is_left_to_person(step, settings_, effects_.is_practice())) {
    person_.tell("nothing is sent: " + settings_.no_chat + "; say it yourself");
    return pass_gate(step, view);
  }
  const bool is_unknown = is_in_doubt(journal_.records(), step.id);
  const bool may_simply_run = effects_.is_practice() || !step.kind->changes(step);
  for (const PartRecord& part : parts_of(journal_.records(), step.id)) {
    if (part.is_done) person_.tell(part.what + " is done and will be left out");
  }
  if (is_unknown && !may_simply_run) return settle(step, view);
  return act_if_agreed(step, view);
}

Result<bool> Engine::applies(const Step& step) const {
  if (step["only_in"]) {
    TIZZA_TRY(const auto environments, scope_.list(step["only_in"]));
    const std::string here = plain_text(scope_.names()["environment"]["name"]);
    if (std::find(environments.begin(), environments.end(), here) == environments.end()) {
      return false;
    }
  }
  return step["when"] ? scope_.holds(step["when"]) : Result<bool>(true);
}

Result<StepView> Engine::view_of(const Step& step) const {
  StepView view;
  view.number = playbook_.find(step.id).value_or(0) + 1;
  view.total = playbook_.steps.size();
  view.id = step.id;
  view.kind = step.kind->keyword;
  view.is_prose = step.kind->is_gate || step["announce"] || step["escalate"];
  TIZZA_TRY(view.title, scope_.text(step["title"]));
  TIZZA_TRY(view.lines, step.kind->describe(step, scope_));
  if (step["undo"].is_scalar()) {
    TIZZA_TRY(view.undo, scope_.text(step["undo"]));
  } else if (step["undo"]) {
    TIZZA_TRY(const auto lines, undo_lines(step, scope_));
    view.undo = join(lines, "; ");
  }
  return view;
}

// Gates.

Question Engine::gate_question(const Step& step) const {
  Question question;
  if (step.ask) {
    question.prompt = step.ask->prompt;
    for (const std::string& choice : step.ask->choices) question.options.push_back({choice});
    if (question.options.empty()) return question;
  } else {
    question.prompt = step.kind->is_gate ? step.kind->question : "is it done?";
    std::vector<std::string> names;
    for (const GateAnswer& answer : gate_answers(step)) {
      question.options.push_back({answer.name, answer.meaning, answer.asks_for});
      names.push_back(answer.name);
    }
    // Where nothing but a person's word stands behind it, an empty line is no answer.
    const bool has_default = step.kind->answers.empty();
    (has_default ? question.default_option : question.hint) =
        has_default ? names.front() : join(names, ", ");
  }
  question.options.push_back({"skip", "leave it out", "reason"});
  add_common_options(question.options);
  return question;
}

Result<Engine::Flow> Engine::pass_gate(const Step& step, const StepView& view) {
  if (step.kind->is_gate && step.kind->act != nullptr) {
    Parts parts;
    TIZZA_CHECK(effects_.act(step, scope_, parts));
  }
  const Question question = gate_question(step);
  while (true) {
    TIZZA_TRY(const Decision decision, decide(view, question));
    if (!question.options.empty()) {
      TIZZA_TRY(const auto common, take_common_option(step, decision));
      if (common) return *common;
      if (asks_again(decision)) continue;
    }
    if (lacks_second_person(step, decision)) continue;
    return finish_gate(step, view, decision);
  }
}

bool Engine::lacks_second_person(const Step& step, const Decision& decision) {
  if (!step["approve"] || decision.option != "approved" || effects_.is_practice()) return false;
  if (is_second_person(scope_, decision.text)) return false;
  person_.tell(fmt::format("`{}` runs the playbook; somebody else approves it", decision.text));
  return true;
}

Result<Engine::Flow> Engine::finish_gate(const Step& step, const StepView& view,
                                         const Decision& decision) {
  Value data;
  data.set("by", decided_by_);
  if (step.ask) {
    Value captured;
    captured.set(step.ask->name, decision.option);
    scope_.set(step.ask->name, decision.option);
    data.set("captured", std::move(captured));
    TIZZA_CHECK(record_done(step, std::move(data), decision.option));
    return Flow();
  }
  for (const GateAnswer& answer : gate_answers(step)) {
    if (answer.name != decision.option || answer.passes) continue;
    data.set("outcome", "failed");
    data.set("reason", decision.text);
    TIZZA_CHECK(record(Event::kResult, step, std::move(data)));
    return on_failure(step, view, decision.text);
  }
  if (step["approve"]) data.set("approved_by", decision.text);
  TIZZA_CHECK(record_done(step, std::move(data), ""));
  return Flow();
}

// Records.

Result<Engine::Flow> Engine::skip(const Step& step, const std::string& reason) {
  Value data;
  data.set("outcome", "skipped");
  data.set("reason", reason);
  data.set("next", next_after(step, ""));
  TIZZA_CHECK(record(Event::kResult, step, std::move(data)));
  position_ = next_after(step, "");
  return Flow();
}

Result<Engine::Flow> Engine::escalate(const Step& step, const std::string& reason) {
  Value data;
  data.set("reason", "escalated");
  data.set("because", reason);
  data.set("next", step.id);
  TIZZA_CHECK(record(Event::kPause, step, std::move(data)));
  person_.tell("escalate: " + reason);
  const Node escalation = playbook_.escalation();
  if (escalation) {
    TIZZA_TRY(const std::string say, scope_.text(escalation["say"]));
    TIZZA_TRY(const std::string call, scope_.text(escalation["call"]));
    person_.tell(fmt::format("call {} and say: {}", call, say));
  }
  return Flow(Verdict::kEscalated);
}

Result<Engine::Flow> Engine::pause(const Step& step, const std::string& reason, Verdict verdict) {
  Value data;
  data.set("reason", reason);
  TIZZA_CHECK(record(Event::kPause, step, std::move(data)));
  return Flow(verdict);
}

Result<Engine::Flow> Engine::move_to(const Step& step, const std::string& next,
                                     const std::string& reason) {
  Value data;
  data.set("next", next);
  data.set("reason", reason);
  TIZZA_CHECK(record(Event::kMove, step, std::move(data)));
  position_ = next;
  return Flow();
}

Status Engine::record(Event event, const Step& step, Value data) {
  return journal_.append(event, step.id, std::move(data));
}

Status Engine::record_done(const Step& step, Value data, const std::string& answer) {
  const std::string next = next_after(step, answer);
  data.set("outcome", "done");
  data.set("next", next);
  TIZZA_CHECK(record(Event::kResult, step, std::move(data)));
  position_ = next;
  return {};
}

std::string Engine::next_after(const Step& step, const std::string& answer) const {
  const auto by_answer = step.goto_by_answer.find(answer);
  if (by_answer != step.goto_by_answer.end()) return by_answer->second;
  if (!step.goto_step.empty()) return step.goto_step;
  const size_t index = playbook_.find(step.id).value_or(0) + 1;
  return index < playbook_.steps.size() ? playbook_.steps[index].id : std::string();
}

}  // namespace tizza::playbook
