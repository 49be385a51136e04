#include <fmt/core.h>

#include <algorithm>
#include <array>
#include <csignal>

#include "playbook/steps/expectation.hpp"
#include "playbook/steps/hosts.hpp"
#include "playbook/steps/kinds.hpp"
#include "playbook/steps/remote_marks.hpp"

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

/// One line in one place.
struct Line {
  const Step& step;
  const std::string& account;
  const std::string& host;
  const std::string& text;
};

/// Whether a signal ended the command, or one that a shell waited for (128 + signal), that comes
/// from outside: a crash of its own is an end like any other.
bool was_killed(int exit_code) {
  constexpr std::array<int, 5> kFromOutside = {SIGHUP, SIGINT, SIGQUIT, SIGKILL, SIGTERM};
  return std::find(kFromOutside.begin(), kFromOutside.end(), exit_code - 128) != kFromOutside.end();
}

/// Why nobody can tell how the line ended, or none.
std::optional<std::string> doubt_of(const Line& line, const ProcessResult& result,
                                    const MarkFilter& marks) {
  if (result.timed_out) return "took too long " + place(line.host);
  if (!line.host.empty() && result.exit_code == kSshFailure && !marks.has_ended()) {
    return fmt::format("was cut off: the connection to `{}` was lost", line.host);
  }
  if (!was_killed(result.exit_code) || !refuse_exit(line.step["expect"], result.exit_code)) {
    return std::nullopt;
  }
  return fmt::format("was killed {} by signal {}", place(line.host), result.exit_code - 128);
}

/// Whether ssh never handed the line over.
bool is_refused(const Line& line, const ProcessResult& result, const MarkFilter& marks) {
  return !result.timed_out && !line.host.empty() && result.exit_code == kSshFailure &&
         !marks.has_begun() && names_failed_login(result.errors);
}

Outcome outcome_of(const Line& line, const ProcessResult& result, const MarkFilter& marks) {
  const std::string all_output = result.output + result.errors;
  if (is_refused(line, result, marks)) return failed(refused_login(line.host, result.errors));
  if (const auto doubt = doubt_of(line, result, marks)) {
    return unknown(fmt::format("`{}` {}", line.text, *doubt), all_output);
  }
  auto refusal = refuse_exit(line.step["expect"], result.exit_code);
  if (!refusal) refusal = refuse_text(line.step["expect"], "output", result.output);
  if (!refusal) return Outcome{.done = true, .output = result.output};
  return failed(fmt::format("`{}` failed {}: {}", line.text, place(line.host), *refusal),
                all_output);
}

Result<Outcome> run_line(const Line& line, StepPorts& ports) {
  ProcessRequest request = shell_request(line.host, line.account, line.text);
  request.deadline = line.step.timeout;
  MarkFilter streamed[2];
  const auto show = [&](const std::string& text) {
    if (ports.on_output && !text.empty()) ports.on_output(text);
  };
  const auto on_output = [&](ProcessStream stream, std::string_view bytes) {
    show(streamed[stream == ProcessStream::kErrors ? 1 : 0].pass(bytes));
  };
  TIZZA_TRY(ProcessResult result, ports.processes.run(request, on_output));
  for (MarkFilter& filter : streamed) show(filter.rest());
  MarkFilter marks;
  result.output = marks.pass(result.output) + marks.rest();
  result.errors = marks.pass(result.errors) + marks.rest();
  return outcome_of(line, result, marks);
}

/// One host after the other, one line after the other; stops at the first that is not done. What
/// an earlier try has done is left out.
Result<Outcome> act(const Step& step, const Scope& scope, StepPorts& ports, Parts& parts) {
  TIZZA_TRY(const Plan plan, plan_of(step, scope));
  const bool is_only_one = plan.hosts.size() * plan.lines.size() == 1;
  Outcome all{.done = true};
  size_t part = 0;
  for (const std::string& host : plan.hosts) {
    for (const std::string& line : plan.lines) {
      const std::string what = fmt::format("{}: `{}`", place(host), line);
      const size_t number = part++;
      if (const auto output = parts.done_before(number, what)) {
        all.output += *output;
        continue;
      }
      if (!is_only_one) TIZZA_CHECK(parts.begin(number, what));
      TIZZA_TRY(Outcome outcome, run_line({step, plan.account, host, line}, ports));
      if (outcome.done && !is_only_one) TIZZA_CHECK(parts.finish(number, what, outcome.output));
      all.output += outcome.output;
      if (outcome.done) continue;
      outcome.output = std::move(all.output);
      return outcome;
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
