#include "playbook/preflight.hpp"

#include <fmt/core.h>

#include <algorithm>

#include "base/near_names.hpp"
#include "base/strings.hpp"
#include "playbook/prerequisites.hpp"

namespace tizza::playbook {
namespace {

/// The names that a step adds to the scope.
std::vector<std::string> names_found_by(const Step& step) {
  std::vector<std::string> names;
  if (step.ask) names.push_back(step.ask->name);
  if (!step.capture.empty()) names.push_back(step.capture);
  return names;
}

/// Those that the steps before `end` add.
std::vector<std::string> names_found_before(const Playbook& playbook, size_t end) {
  std::vector<std::string> names;
  for (size_t i = 0; i < end; ++i) {
    for (std::string& name : names_found_by(playbook.steps[i])) names.push_back(std::move(name));
  }
  return names;
}

bool mentions(std::string_view text, const std::vector<std::string>& names) {
  return std::any_of(names.begin(), names.end(), [&](const std::string& name) {
    return text.find(name) != std::string_view::npos;
  });
}

/// Whether the step is out for sure. What only a later answer decides is not.
bool is_out(const Step& step, const Scope& scope, const std::vector<std::string>& found) {
  if (step["only_in"]) {
    const auto environments = scope.list(step["only_in"]);
    const std::string here = plain_text(scope.names()["environment"]["name"]);
    const bool is_here = !environments.ok() || std::find(environments->begin(), environments->end(),
                                                         here) != environments->end();
    if (!is_here) return true;
  }
  if (!step["when"] || mentions(step["when"].text(), found)) return false;
  const auto holds = scope.holds(step["when"]);
  return holds.ok() && !*holds;
}

template <typename T>
void report_error(const Result<T>& result, const Step& step, const std::vector<std::string>& found,
                  Sink& sink) {
  if (result.ok()) return;
  const Diagnostic& finding = result.error().diagnostic;
  // A stand-in need not look like the URL or the host that a step will find out.
  if (finding.rule == "playbook" && mentions(step.node.raw(), found)) return;
  sink.report(finding);
}

std::vector<std::string> choices_of(const Step& step, const RunSettings& settings,
                                    bool is_practice) {
  if (step["escalate"]) return escalated_answers();
  if (step.ask) return step.ask->choices;
  if (is_left_to_person(step, settings, is_practice)) {
    std::vector<std::string> choices;
    for (const GateAnswer& answer : gate_answers(step)) choices.push_back(answer.name);
    choices.emplace_back("skip");
    return choices;
  }
  if (is_practice) return {"succeeds", "fails", "skip"};
  return {"run", "skip"};
}

/// Answers that only fit where nobody knows how the step ended.
std::vector<std::string> settling_choices_of(const Step& step, const RunSettings& settings,
                                             bool is_practice) {
  const bool may_be_unknown = !step.kind->is_gate && !is_practice && !step["escalate"] &&
                              !is_left_to_person(step, settings, is_practice);
  std::vector<std::string> choices;
  if (!may_be_unknown) return choices;
  for (const std::string& answer : settling_answers(step)) {
    if (answer != "skip") choices.push_back(answer);
  }
  return choices;
}

bool holds(const std::vector<std::string>& values, const std::string& value) {
  return std::find(values.begin(), values.end(), value) != values.end();
}

bool takes_any_text(const Step& step) {
  return step.ask && step.ask->choices.empty();
}

/// The option of `skip:no time`; answers of the playbook's own are one as a whole.
std::string option_of(const Step& step, const std::string& answer) {
  return step.ask && !answer.starts_with("skip:") ? answer : answer.substr(0, answer.find(':'));
}

/// Whether the step's question takes the answer that was given for it.
bool is_answered(const Step& step, const Scope& scope, const RunSettings& settings,
                 bool is_practice) {
  const auto said = settings.script.find(step.id);
  if (said != settings.script.end() && !said->second.empty()) return true;
  const auto answer = settings.answers.find(step.id);
  if (answer == settings.answers.end()) return false;
  if (takes_any_text(step)) return true;
  const std::string option = option_of(step, answer->second);
  if (step["approve"] && option == "approved" && !is_practice) {
    const size_t colon = answer->second.find(':');
    return colon != std::string::npos &&
           is_second_person(scope, std::string_view(answer->second).substr(colon + 1));
  }
  return option == "skip" || holds(choices_of(step, settings, is_practice), option);
}

std::vector<std::string> successors(const Playbook& playbook, size_t index,
                                    const RunSettings& settings) {
  const Step& step = playbook.steps[index];
  std::vector<std::string> next;
  const std::string behind =
      index + 1 < playbook.steps.size() ? playbook.steps[index + 1].id : std::string();
  const std::string otherwise = step.goto_step.empty() ? behind : step.goto_step;
  const auto answer = settings.answers.find(step.id);
  if (step.goto_by_answer.empty() || answer == settings.answers.end()) {
    next.push_back(otherwise);
    for (const auto& [choice, target] : step.goto_by_answer) next.push_back(target);
  } else {
    const auto target = step.goto_by_answer.find(answer->second);
    next.push_back(target == step.goto_by_answer.end() ? otherwise : target->second);
  }
  if (step.on_failure == FailurePolicy::kGoto) next.push_back(step.failure_target);
  return next;
}

}  // namespace

void check_texts(const Playbook& playbook, Scope known, Sink& sink) {
  if (const auto title = known.text(playbook.root()["title"]); !title.ok()) {
    sink.report(title.error().diagnostic);
  }
  check_prerequisite_texts(playbook, known, sink);
  std::vector<std::string> found;
  const Step* before = nullptr;
  for (const Step& step : playbook.steps) {
    if (before != nullptr) {
      for (std::string& name : names_found_by(*before)) {
        known.set(name, "<" + name + ">");
        found.push_back(std::move(name));
      }
    }
    before = &step;
    if (step["when"]) report_error(known.holds(step["when"]), step, found, sink);
    if (is_out(step, known, found)) continue;
    report_error(known.text(step["title"]), step, found, sink);
    report_error(step.kind->describe(step, known), step, found, sink);
    if (step["undo"].is_scalar()) {  // words, not commands
      report_error(known.text(step["undo"]), step, found, sink);
    } else {
      report_error(undo_lines(step, known), step, found, sink);
    }
  }
  for (const auto& [key, text] : playbook.escalation().entries()) {
    if (const auto filled = known.text(text); !filled.ok()) {
      sink.report(filled.error().diagnostic);
    }
  }
}

std::vector<NeededAnswer> missing_answers(const Playbook& playbook, const Scope& scope,
                                          const RunSettings& settings, bool is_practice,
                                          const RunPlace& place) {
  std::vector<bool> is_reached(playbook.steps.size());
  is_reached[playbook.find(place.step).value_or(0)] = true;
  std::vector<NeededAnswer> missing;
  for (size_t i = 0; i < playbook.steps.size(); ++i) {
    if (!is_reached[i]) continue;
    const Step& step = playbook.steps[i];
    const bool is_settled = place.is_settled && step.id == place.step;
    const bool applies = !is_out(step, scope, names_found_before(playbook, i));
    const bool ends_here = step["escalate"] && applies && !step["when"] && !is_settled;
    if (ends_here) continue;
    for (const std::string& next : successors(playbook, i, settings)) {
      if (const auto index = playbook.find(next)) is_reached[*index] = true;
    }
    const bool needs_person = is_left_to_person(step, settings, is_practice) ||
                              !acts_unasked(step, settings.yes_to, is_practice);
    if (!applies || !needs_person || step["escalate"] || is_settled ||
        is_answered(step, scope, settings, is_practice)) {
      continue;
    }
    NeededAnswer needed{step.id, choices_of(step, settings, is_practice)};
    if (step["approve"] && !is_practice) needed.choices.front() += ":SECOND PERSON";
    missing.push_back(std::move(needed));
  }
  return missing;
}

std::optional<std::string> refuse_answer(const Step& step, const RunSettings& settings,
                                         bool is_practice) {
  const std::string& answer = settings.answers.at(step.id);
  if (takes_any_text(step)) {
    return answer.empty() ? std::optional<std::string>("give a text") : std::nullopt;
  }
  auto choices = choices_of(step, settings, is_practice);
  if (!step["escalate"] && !holds(choices, "skip")) choices.emplace_back("skip");
  const auto settling = settling_choices_of(step, settings, is_practice);
  std::string help = "give " + quoted_list(choices, "or");
  if (!settling.empty()) {
    help += fmt::format(", where nobody knows how it ended {}", quoted_list(settling, "or"));
  }
  choices.insert(choices.end(), settling.begin(), settling.end());
  if (holds(choices, option_of(step, answer))) return std::nullopt;
  if (const auto near = near_names_help(answer, choices); !near.empty()) help = near + "; " + help;
  return help;
}

Status check_answers(const Playbook& playbook, const RunSettings& settings, bool is_practice) {
  for (const auto& [id, answer] : settings.answers) {
    const auto index = playbook.find(id);
    if (!index) {
      return failure("usage",
                     fmt::format("`--answer {}=…` names no step of `{}`", id, playbook.name),
                     names_help(id, playbook.step_ids()));
    }
    const auto help = refuse_answer(playbook.steps[*index], settings, is_practice);
    if (!help) continue;
    return answer.empty()
               ? failure("usage", fmt::format("the answer to step `{}` is empty", id), *help)
               : failure("usage", fmt::format("`{}` is no answer to step `{}`", answer, id), *help);
  }
  return {};
}

}  // namespace tizza::playbook
