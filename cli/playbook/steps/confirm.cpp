#include "playbook/steps/kinds.hpp"

namespace tizza::playbook {
namespace {

Result<std::vector<std::string>> describe(const Step& step, const Scope& scope) {
  TIZZA_TRY(std::string text, scope.text(step["confirm"]));
  return std::vector<std::string>{std::move(text)};
}

}  // namespace

/// What must be so before it goes on: a person says yes, or the step failed.
const StepKind& confirm_kind() {
  static const StepKind kind = {
      .keyword = "confirm",
      .modifiers = {"instruct"},
      .is_gate = true,
      .question = "yes or no?",
      .answers = {{"yes", "it is so, go on"}, {"no", "it is not so", "reason", false}},
      .changes = [](const Step&) { return false; },
      .describe = describe};
  return kind;
}

}  // namespace tizza::playbook
