#include "playbook/preflight.hpp"

#include <fmt/core.h>

#include <algorithm>

#include "base/near_names.hpp"
#include "base/strings.hpp"

namespace tizza::playbook {
namespace {

/// The names that steps before `end` add to the scope.
std::vector<std::string> names_found_by(const Playbook& playbook, size_t end) {
  std::vector<std::string> names;
  for (size_t i = 0; i < end; ++i) {
    const Step& step = playbook.steps[i];
    if (step.ask) names.push_back(step.ask->name);
    if (!step.capture.empty()) names.push_back(step.capture);
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
  if (step.ask) return step.ask->choices;
  if (is_left_to_person(step, settings, is_practice)) return {"done", "failed", "skip"};
  if (is_practice) return {"succeeds", "fails", "skip"};
  return {"run", "skip"};
}

/// Every answer that some question about the step takes.
std::vector<std::string> all_choices_of(const Step& step, const RunSettings& settings,
                                        bool is_practice) {
  auto choices = choices_of(step, settings, is_practice);
  if (!step.kind->is_gate) choices.insert(choices.end(), {"done", "again"});
  if (step.ask && !choices.empty()) choices.emplace_back("skip");
  return choices;
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

void check_texts(const Playbook& playbook, const Scope& scope, Sink& sink) {
  Scope known = scope;
  for (size_t i = 0; i < playbook.steps.size(); ++i) {
    const Step& step = playbook.steps[i];
    const auto found = names_found_by(playbook, i);
    for (const std::string& name : found) known.set(name, "<" + name + ">");
    if (step["when"]) report_error(known.holds(step["when"]), step, found, sink);
    if (is_out(step, known, found)) continue;
    report_error(known.text(step["title"]), step, found, sink);
    report_error(step.kind->describe(step, known), step, found, sink);
    if (step["undo"].is_scalar()) {  // words, not commands
      report_error(known.text(step["undo"]), step, found, sink);
    } else {
      report_error(known.shell_lines(step["undo"]), step, found, sink);
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
                                          const std::string& start) {
  std::vector<bool> is_reached(playbook.steps.size());
  is_reached[start.empty() ? 0 : playbook.find(start).value_or(0)] = true;
  std::vector<NeededAnswer> missing;
  for (size_t i = 0; i < playbook.steps.size(); ++i) {
    if (!is_reached[i]) continue;
    const Step& step = playbook.steps[i];
    const bool applies = !is_out(step, scope, names_found_by(playbook, i));
    const bool ends_here = step.node["escalate"] && applies && !step["when"];
    if (ends_here) continue;
    for (const std::string& next : successors(playbook, i, settings)) {
      if (const auto index = playbook.find(next)) is_reached[*index] = true;
    }
    const bool needs_person = is_left_to_person(step, settings, is_practice) ||
                              !acts_unasked(step, settings.yes_to, is_practice);
    if (!applies || !needs_person || step["escalate"] || settings.answers.contains(step.id)) {
      continue;
    }
    missing.push_back({step.id, choices_of(step, settings, is_practice)});
  }
  return missing;
}

Status check_answers(const Playbook& playbook, const RunSettings& settings, bool is_practice) {
  for (const auto& [id, answer] : settings.answers) {
    const auto index = playbook.find(id);
    if (!index) {
      return failure("usage",
                     fmt::format("`--answer {}=…` names no step of `{}`", id, playbook.name),
                     near_names_help(id, playbook.step_ids()));
    }
    const Step& step = playbook.steps[*index];
    const bool takes_any_text = step.ask && step.ask->choices.empty();
    const auto choices = all_choices_of(step, settings, is_practice);
    if (takes_any_text || std::find(choices.begin(), choices.end(), answer) != choices.end()) {
      continue;
    }
    const auto offered = choices_of(step, settings, is_practice);
    return failure("usage", fmt::format("`{}` is no answer to step `{}`", answer, id),
                   fmt::format("give {}", quoted_list(offered, "or")));
  }
  return {};
}

}  // namespace tizza::playbook
