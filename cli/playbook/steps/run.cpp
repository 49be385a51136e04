#include <fmt/core.h>

#include "playbook/steps/expectation.hpp"
#include "playbook/steps/hosts.hpp"
#include "playbook/steps/kinds.hpp"

namespace tizza::playbook {
namespace {

/// The lines of a step and where they run.
struct Plan {
  std::vector<std::string> hosts = {""};  ///< One empty name: here.
  std::string account;
  std::vector<std::string> lines;
};

Result<Plan> plan_of(const Step& step, const Scope& scope) {
  Plan plan;
  TIZZA_TRY(plan.lines, scope.shell_lines(step["run"]));
  if (step["ssh"]) {
    TIZZA_TRY(plan.hosts, hosts_of(step["ssh"], scope));
  }
  if (step["become"]) {
    TIZZA_TRY(plan.account, scope.text(step["become"]));
  }
  return plan;
}

Result<std::vector<std::string>> describe(const Step& step, const Scope& scope) {
  TIZZA_TRY(const Plan plan, plan_of(step, scope));
  std::vector<std::string> texts;
  for (const std::string& host : plan.hosts) {
    for (const std::string& line : plan.lines) {
      texts.push_back(shell_description(host, plan.account, line));
    }
  }
  return texts;
}

std::string place(const std::string& host) {
  return host.empty() ? "here" : "on " + host;
}

Result<Outcome> run_line(const Step& step, const Plan& plan, const std::string& host,
                         const std::string& line, StepPorts& ports) {
  ProcessRequest request = shell_request(host, plan.account, line);
  request.deadline = step.timeout;
  const auto on_output = [&](ProcessStream, std::string_view bytes) {
    if (ports.on_output) ports.on_output(bytes);
  };
  TIZZA_TRY(const ProcessResult result, ports.processes.run(request, on_output));
  if (result.timed_out) return failed(fmt::format("`{}` took too long {}", line, place(host)));
  auto refusal = refuse_exit(step["expect"], result.exit_code);
  if (!refusal) refusal = refuse_text(step["expect"], "output", result.output);
  if (!refusal) return Outcome{.done = true, .output = result.output};
  return failed(fmt::format("`{}` failed {}: {}", line, place(host), *refusal),
                result.output + result.errors);
}

/// One host after the other, one line after the other; stops at the first failure.
Result<Outcome> act(const Step& step, const Scope& scope, StepPorts& ports,
                    const Progress& progress) {
  TIZZA_TRY(const Plan plan, plan_of(step, scope));
  Outcome all{.done = true};
  for (const std::string& host : plan.hosts) {
    for (const std::string& line : plan.lines) {
      const bool is_only_one = plan.hosts.size() * plan.lines.size() == 1;
      if (!is_only_one) TIZZA_CHECK(progress(fmt::format("{}: `{}` begun", place(host), line)));
      TIZZA_TRY(Outcome outcome, run_line(step, plan, host, line, ports));
      all.output += outcome.output;
      if (!outcome.done) return failed(outcome.reason, all.output);
      if (!is_only_one) TIZZA_CHECK(progress(fmt::format("{}: `{}` done", place(host), line)));
    }
  }
  return all;
}

}  // namespace

/// Shell lines, here or on hosts.
const StepKind& run_kind() {
  static const StepKind kind = {.keyword = "run",
                                .modifiers = {"ssh", "become", "expect"},
                                .changes = [](const Step&) { return true; },
                                .describe = describe,
                                .act = act};
  return kind;
}

}  // namespace tizza::playbook
