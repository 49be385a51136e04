#include <fmt/core.h>

#include "base/strings.hpp"
#include "playbook/steps/hosts.hpp"
#include "playbook/steps/kinds.hpp"
#include "playbook/steps/remote_marks.hpp"

namespace tizza::playbook {
namespace {

constexpr std::chrono::milliseconds kDefaultTimeout{20'000};

Result<std::vector<std::string>> describe(const Step& step, const Scope& scope) {
  TIZZA_TRY(const auto hosts, hosts_of(step["ssh"], scope));
  std::vector<std::string> lines;
  for (const std::string& host : hosts) lines.push_back("log in to " + host);
  return lines;
}

Result<Outcome> act(const Step& step, const Scope& scope, StepPorts& ports, Parts&) {
  TIZZA_TRY(const auto hosts, hosts_of(step["ssh"], scope));
  for (const std::string& host : hosts) {
    ProcessRequest request = shell_request(host, "", "true");
    request.deadline = step.timeout.value_or(kDefaultTimeout);
    TIZZA_TRY(const ProcessResult result, ports.processes.run(request));
    if (result.timed_out) return failed(fmt::format("`{}` does not answer", host));
    if (result.exit_code != 0) {
      MarkFilter marks;
      const std::string errors = marks.pass(result.errors) + marks.rest();
      return failed(refused_login(host, errors));
    }
  }
  return Outcome{.done = true};
}

}  // namespace

/// That hosts let us in; beside `run` it says where.
const StepKind& ssh_kind() {
  static const StepKind kind = {.keyword = "ssh",
                                .modifiers = {},
                                .changes = [](const Step&) { return false; },
                                .describe = describe,
                                .act = act};
  return kind;
}

}  // namespace tizza::playbook
