#include "playbook/steps/kinds.hpp"
#include "playbook/steps/lines.hpp"

namespace tizza::playbook {
namespace {

bool changes(const Step& step) {
  const std::string_view lines = step["tizza"].raw();
  for (const char* flag : {"--fix", "--update-baseline", " -o", "--output"}) {
    if (lines.find(flag) != std::string_view::npos) return true;
  }
  return !only_reads(step, {"validate", "registry check", "registry list", "registry show",
                            "release plan", "release pins", "spec stats", "spec search",
                            "playbook list", "playbook show", "playbook lint", "playbook status"});
}

}  // namespace

/// Calls of this same program in the working directory. What only reads is a check.
const StepKind& tizza_kind() {
  static const StepKind kind = {.keyword = "tizza",
                                .modifiers = {"expect", "for_each", "secret"},
                                .changes = changes,
                                .describe = describe_lines,
                                .act = act_lines};
  return kind;
}

}  // namespace tizza::playbook
