#include "playbook/steps/hosts.hpp"
#include "playbook/steps/kinds.hpp"

namespace tizza::playbook {
namespace {

constexpr std::chrono::milliseconds kDefaultTimeout{5'000};

Result<std::vector<std::string>> describe(const Step& step, const Scope& scope) {
  TIZZA_TRY(const auto places, scope.list(step["tcp"]));
  std::vector<std::string> lines;
  for (const std::string& place : places) {
    TIZZA_CHECK(parse_endpoint(place, step["tcp"].location()));
    lines.push_back("connect to " + place);
  }
  return lines;
}

Result<Outcome> act(const Step& step, const Scope& scope, StepPorts& ports, Parts&) {
  TIZZA_TRY(const auto places, scope.list(step["tcp"]));
  for (const std::string& place : places) {
    TIZZA_TRY(const Endpoint endpoint, parse_endpoint(place, step["tcp"].location()));
    const Status connected =
        ports.http.connect(endpoint.host, endpoint.port, step.timeout.value_or(kDefaultTimeout));
    if (!connected.ok()) return failed(connected.error().diagnostic.message);
  }
  return Outcome{.done = true};
}

}  // namespace

/// That something takes connections.
const StepKind& tcp_kind() {
  static const StepKind kind = {.keyword = "tcp",
                                .modifiers = {},
                                .changes = [](const Step&) { return false; },
                                .describe = describe,
                                .act = act};
  return kind;
}

}  // namespace tizza::playbook
