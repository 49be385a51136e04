#include "playbook/steps/kinds.hpp"

namespace tizza::playbook {
namespace {

Result<std::vector<std::string>> describe(const Step& step, const Scope& scope) {
  TIZZA_TRY(std::string reason, scope.text(step["escalate"]));
  return std::vector<std::string>{"escalate: " + std::move(reason)};
}

}  // namespace

/// The way out that is always there: the run stops and says whom to call. The engine does it.
const StepKind& escalate_kind() {
  static const StepKind kind = {.keyword = "escalate",
                                .modifiers = {},
                                .changes = [](const Step&) { return false; },
                                .describe = describe};
  return kind;
}

}  // namespace tizza::playbook
