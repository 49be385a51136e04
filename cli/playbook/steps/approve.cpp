#include "playbook/steps/kinds.hpp"

namespace tizza::playbook {
namespace {

Result<std::vector<std::string>> describe(const Step& step, const Scope& scope) {
  TIZZA_TRY(std::string text, scope.text(step["approve"]));
  return std::vector<std::string>{std::move(text),
                                  "a second person approves it, who does not run the playbook"};
}

}  // namespace

/// What a second person must agree to, whose name the journal keeps. The engine refuses the name of
/// whoever runs the playbook.
const StepKind& approve_kind() {
  static const StepKind kind = {
      .keyword = "approve",
      .modifiers = {},
      .is_gate = true,
      .question = "is it approved?",
      .answers = {{"approved", "a second person agrees", "name of the second person"},
                  {"refused", "a second person does not agree", "reason", false}},
      .changes = [](const Step&) { return false; },
      .describe = describe};
  return kind;
}

}  // namespace tizza::playbook
