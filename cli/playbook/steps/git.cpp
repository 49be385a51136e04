#include "playbook/steps/kinds.hpp"
#include "playbook/steps/lines.hpp"

namespace tizza::playbook {
namespace {

bool changes(const Step& step) {
  return !only_reads(step, {"status", "fetch", "log", "show", "diff", "rev-parse", "describe",
                            "ls-remote", "ls-files", "merge-base", "cat-file"});
}

}  // namespace

/// Calls of git in the working directory. What only reads is a check.
const StepKind& git_kind() {
  static const StepKind kind = {.keyword = "git",
                                .modifiers = {"expect", "for_each", "secret"},
                                .changes = changes,
                                .describe = describe_lines,
                                .act = act_lines};
  return kind;
}

}  // namespace tizza::playbook
