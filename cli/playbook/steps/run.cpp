#include "playbook/steps/kinds.hpp"
#include "playbook/steps/lines.hpp"

namespace tizza::playbook {

/// Shell lines, here or on hosts.
const StepKind& run_kind() {
  static const StepKind kind = {.keyword = "run",
                                .modifiers = {"ssh", "become", "expect", "for_each", "secret"},
                                .changes = [](const Step&) { return true; },
                                .describe = describe_lines,
                                .act = act_lines};
  return kind;
}

}  // namespace tizza::playbook
