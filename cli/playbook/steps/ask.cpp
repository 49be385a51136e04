#include "playbook/steps/kinds.hpp"

namespace tizza::playbook {
namespace {

Result<std::vector<std::string>> describe(const Step& step, const Scope& scope) {
  std::vector<std::string> lines;
  if (step["instruct"]) {
    TIZZA_TRY(std::string text, scope.text(step["instruct"]));
    lines.push_back(std::move(text));
  }
  return lines;
}

}  // namespace

/// A question, the answer to which later steps know by its name.
const StepKind& ask_kind() {
  static const StepKind kind = {.keyword = "ask",
                                .modifiers = {"instruct"},
                                .is_gate = true,
                                .changes = [](const Step&) { return false; },
                                .describe = describe};
  return kind;
}

}  // namespace tizza::playbook
