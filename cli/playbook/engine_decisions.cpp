#include <fmt/core.h>

#include <algorithm>

#include "base/strings.hpp"
#include "playbook/engine.hpp"
#include "playbook/run_state.hpp"

namespace tizza::playbook {

namespace {

/// What `--answer` means here: an option, or `option:text` for one that asks for something.
std::optional<Decision> read_given(const Question& question, const std::string& answer) {
  if (question.options.empty()) return Decision{answer};
  for (const Option& option : question.options) {
    const bool takes_text = option.takes_text || !option.asks_for.empty();
    if (option.name == answer) return Decision{answer, option.takes_text ? "" : "--answer"};
    if (takes_text && answer.starts_with(option.name + ":")) {
      return Decision{option.name, answer.substr(option.name.size() + 1)};
    }
  }
  return std::nullopt;
}

}  // namespace

void Engine::add_common_options(std::vector<Option>& options) {
  options.push_back({"pause", "stop here; `resume` goes on"});
  options.push_back({"escalate", "stop and call for help"});
  options.push_back({"back", "go to the step before"});
  options.push_back({"jump", "go to another step", "step"});
  options.push_back({"note", "write something down", "text"});
  options.push_back({"abort", "end the run"});
}

// Failures.

Result<Engine::Flow> Engine::on_failure(const Step& step, const StepView& view,
                                        const std::string& reason) {
  Question question;
  question.prompt = "how does it go on?";
  question.options = {{"retry", "try it again"}, {"continue", "go on behind it", "reason"}};
  question.default_option = "retry";
  if (step.on_failure == FailurePolicy::kGoto) {
    question.default_option = "go to " + step.failure_target;
    question.options.push_back({question.default_option, "as the playbook says"});
  }
  if (step.on_failure == FailurePolicy::kContinue) question.default_option = "continue";
  if (step.on_failure == FailurePolicy::kEscalate) question.default_option = "escalate";
  add_common_options(question.options);
  while (true) {
    const auto said = scripted(step.id, question);
    if (!said && !settings_.may_ask) return follow_policy(step, reason);
    TIZZA_TRY(const Decision decision, said ? Result<Decision>(*said) : decide(view, question));
    TIZZA_TRY(const auto common, take_common_option(step, decision));
    if (common) return *common;
    if (asks_again(decision)) continue;
    if (decision.option == "retry") return Flow();  // the position still is this step
    if (decision.option == "continue") return move_to(step, next_after(step, ""), decision.text);
    return move_to(step, step.failure_target, "on_failure");
  }
}

Result<Engine::Flow> Engine::follow_policy(const Step& step, const std::string& reason) {
  switch (step.on_failure) {
    case FailurePolicy::kContinue:
      return move_to(step, next_after(step, ""), "on_failure");
    case FailurePolicy::kGoto:
      return move_to(step, step.failure_target, "on_failure");
    case FailurePolicy::kEscalate:
      return escalate(step, reason);
    case FailurePolicy::kStop:
      return pause(step, "failed", Verdict::kNegative);
  }
  return Flow();
}

// Escalations.

std::vector<std::string> escalated_answers() {
  return {"continue", "escalate"};
}

/// Calls for help; behind a resume help was there, and it may go on.
Result<Engine::Flow> Engine::reach_escalation(const Step& step, const StepView& view) {
  TIZZA_TRY(const std::string reason, scope_.text(step["escalate"]));
  if (!was_escalated(journal_.records(), step.id)) return escalate(step, reason);
  Question question;
  question.prompt = "help was called for; how does it go on?";
  question.options = {{"continue", "go on behind it", "reason"}};
  question.hint = join(escalated_answers(), ", ");
  add_common_options(question.options);
  while (true) {
    TIZZA_TRY(const Decision decision, decide(view, question));
    TIZZA_TRY(const auto common, take_common_option(step, decision));
    if (common) return *common;
    if (asks_again(decision)) continue;
    return move_to(step, next_after(step, ""), decision.text);
  }
}

// Decisions.

std::optional<Decision> Engine::scripted(const std::string& step, const Question& question) {
  const auto said = settings_.script.find(step);
  if (said == settings_.script.end() || said->second.empty()) return std::nullopt;
  const std::string answer = said->second.front();
  auto decision = read_given(question, answer);
  if (!decision) return std::nullopt;
  said->second.pop_front();
  decided_by_ = "scenario";
  person_.tell(fmt::format("{}: {} (scenario)", question.prompt, answer));
  return decision;
}

Result<Decision> Engine::decide(const StepView& view, const Question& question) {
  const auto given = settings_.answers.find(view.id);
  if (given != settings_.answers.end()) {
    const std::string answer = given->second;
    if (const auto decision = read_given(question, answer)) {
      settings_.answers.erase(given);  // one answer for one question
      decided_by_ = "--answer";
      person_.tell(fmt::format("{}: {} (--answer)", question.prompt, answer));
      return *decision;
    }
  }
  if (const auto decision = scripted(view.id, question)) return *decision;
  auto decision = person_.decide(view, question);
  decided_by_ = "operator";
  if (decision.ok()) return decision;
  const auto index = playbook_.find(view.id);
  TIZZA_CHECK(pause(playbook_.steps[index.value_or(0)], "interrupted", Verdict::kStopped));
  return decision;
}

bool Engine::asks_again(const Decision& decision) {
  return decision.option == "note" || decision.option == "jump" || decision.option == "back";
}

Result<std::optional<Engine::Flow>> Engine::take_common_option(const Step& step,
                                                               const Decision& decision) {
  const auto done = [](Result<Flow> flow) -> Result<std::optional<Flow>> {
    if (!flow.ok()) return std::move(flow).error();
    return std::optional<Flow>(*flow);
  };
  if (decision.option == "skip") return done(skip(step, decision.text));
  if (decision.option == "pause") return done(pause(step, "operator", Verdict::kStopped));
  if (decision.option == "escalate") return done(escalate(step, "the operator asks for help"));
  if (decision.option == "abort") {
    Value data;
    data.set("outcome", "aborted");
    TIZZA_CHECK(record(Event::kEnd, step, std::move(data)));
    return std::optional<Flow>(Verdict::kStopped);
  }
  if (decision.option == "note") {
    Value data;
    data.set("text", decision.text);
    TIZZA_CHECK(record(Event::kNote, step, std::move(data)));
  }
  if (decision.option == "back") {
    const size_t index = playbook_.find(step.id).value_or(0);
    if (index > 0) return done(move_to(step, playbook_.steps[index - 1].id, "operator"));
    person_.tell("this is the first step");
  }
  if (decision.option == "jump") {
    if (playbook_.find(decision.text)) return done(move_to(step, decision.text, "operator"));
    person_.tell(fmt::format("there is no step `{}`; there are {}", decision.text,
                             quoted_list(playbook_.step_ids())));
  }
  return std::optional<Flow>();
}

}  // namespace tizza::playbook
