#include "base/strings.hpp"
#include "playbook/steps/kinds.hpp"

namespace tizza::playbook {
namespace {

Result<std::vector<std::string>> describe(const Step& step, const Scope& scope) {
  TIZZA_TRY(const std::string text, scope.text(step["do"]));
  std::vector<std::string> lines;
  for (const auto line : split_lines(text)) lines.emplace_back(line);
  return lines;
}

}  // namespace

/// What only a person can do.
const StepKind& do_kind() {
  static const StepKind kind = {.keyword = "do",
                                .modifiers = {"ask"},
                                .is_gate = true,
                                .changes = [](const Step&) { return false; },
                                .describe = describe};
  return kind;
}

}  // namespace tizza::playbook
