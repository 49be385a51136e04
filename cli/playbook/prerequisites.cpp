#include "playbook/prerequisites.hpp"

#include <fmt/core.h>

#include "base/strings.hpp"
#include "playbook/duration.hpp"

namespace tizza::playbook {
namespace {

/// The kinds of step whose check the prerequisite asks for. `ssh` beside `run` says where.
std::vector<const StepKind*> kinds_of(Node prerequisite) {
  std::vector<const StepKind*> kinds;
  for (const char* keyword : {"tcp", "http", "ssh", "run"}) {
    const bool only_says_where = std::string_view(keyword) == "ssh" && prerequisite["run"];
    if (prerequisite[keyword] && !only_says_where) kinds.push_back(find_step_kind(keyword));
  }
  return kinds;
}

/// The check of one kind that the prerequisite asks for, as a step.
Step step_of(Node prerequisite, const StepKind* kind) {
  Step step;
  step.node = prerequisite;
  step.kind = kind;
  step.within = parse_duration(prerequisite["within"].text());
  step.timeout = parse_duration(prerequisite["timeout"].text());
  return step;
}

/// Why the working repository is not in the state that is asked for; empty where it is.
std::string git_problem(std::string_view wanted, Git& git) {
  const auto output = [&](std::vector<std::string> arguments, std::string& text) {
    const auto outcome = git.run({.directory = ".", .arguments = std::move(arguments)});
    if (!outcome.ok()) return outcome.error().diagnostic.message;
    text = trim(outcome->output);
    return outcome->exit_code == 0 ? std::string() : std::string(trim(outcome->errors));
  };
  std::string text;
  if (wanted == "clean") {
    const std::string problem = output({"status", "--porcelain"}, text);
    return problem.empty() && !text.empty() ? "there are changes that are not committed" : problem;
  }
  std::string problem = output({"fetch", "--quiet"}, text);
  if (problem.empty()) problem = output({"rev-list", "--count", "HEAD..@{upstream}"}, text);
  return problem.empty() && text != "0" ? fmt::format("it is {} commits behind", text) : problem;
}

Result<std::string> problem_of(Node prerequisite, const Scope& scope, StepPorts& ports,
                               Effects& effects) {
  for (const StepKind* kind : kinds_of(prerequisite)) {
    const Step step = step_of(prerequisite, kind);
    TIZZA_CHECK(kind->describe(step, scope));  // a text that cannot be filled in is an error
    Parts parts;
    const auto outcome = effects.act(step, scope, parts);
    if (!outcome.ok()) return outcome.error().diagnostic.message;
    if (!outcome->done) return outcome->reason;
  }
  const Node git = prerequisite["git"];
  return git ? git_problem(git.text(), ports.git) : std::string();
}

/// Whether it is to be checked here.
Result<bool> applies(Node prerequisite, const Scope& scope) {
  return prerequisite["when"] ? scope.holds(prerequisite["when"]) : Result<bool>(true);
}

}  // namespace

void check_prerequisite_texts(const Playbook& playbook, const Scope& scope, Sink& sink) {
  const auto report = [&](const auto& filled) {
    if (!filled.ok()) sink.report(filled.error().diagnostic);
    return filled.ok();
  };
  for (const Node prerequisite : playbook.prerequisites) {
    const auto wanted = applies(prerequisite, scope);
    if (!report(wanted) || !*wanted) continue;
    report(scope.text(prerequisite["name"]));
    report(scope.text(prerequisite["fix"]));
    for (const StepKind* kind : kinds_of(prerequisite)) {
      report(kind->describe(step_of(prerequisite, kind), scope));
    }
  }
}

Result<std::vector<PrerequisiteResult>> check_prerequisites(const Playbook& playbook,
                                                            const Scope& scope, StepPorts& ports,
                                                            Effects& effects) {
  std::vector<PrerequisiteResult> results;
  for (const Node prerequisite : playbook.prerequisites) {
    TIZZA_TRY(const bool is_wanted, applies(prerequisite, scope));
    if (!is_wanted) continue;
    PrerequisiteResult result;
    TIZZA_TRY(result.name, scope.text(prerequisite["name"]));
    TIZZA_TRY(result.fix, scope.text(prerequisite["fix"]));
    TIZZA_TRY(result.reason, problem_of(prerequisite, scope, ports, effects));
    result.is_met = result.reason.empty();
    results.push_back(std::move(result));
  }
  return results;
}

}  // namespace tizza::playbook
