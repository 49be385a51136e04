#include "playbook/duration.hpp"
#include "playbook/steps/kinds.hpp"

namespace tizza::playbook {
namespace {

std::chrono::milliseconds duration_of(const Step& step) {
  return parse_duration(step["wait"].text()).value_or(std::chrono::milliseconds(0));
}

Result<std::vector<std::string>> describe(const Step& step, const Scope&) {
  return std::vector<std::string>{"wait " + duration_text(duration_of(step))};
}

Result<Outcome> act(const Step& step, const Scope&, StepPorts& ports, Parts&) {
  const auto until = ports.clock.steady() + duration_of(step);
  ports.clock.sleep(duration_of(step));
  // A signal ends the sleep early.
  if (ports.clock.steady() < until) return failed("the wait was cut short");
  return Outcome{.done = true};
}

}  // namespace

/// Some time in which nothing happens.
const StepKind& wait_kind() {
  static const StepKind kind = {.keyword = "wait",
                                .modifiers = {},
                                .changes = [](const Step&) { return false; },
                                .describe = describe,
                                .act = act};
  return kind;
}

}  // namespace tizza::playbook
