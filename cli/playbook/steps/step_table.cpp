#include <algorithm>
#include <array>

#include "playbook/steps/kinds.hpp"

namespace tizza::playbook {
std::span<const StepKind* const> step_kinds() {
  // `open` and `do` stand before `ask`, `run` before `ssh`: the later one only modifies then.
  static const std::array<const StepKind*, 14> kinds = {
      &do_kind(),  &open_kind(), &ask_kind(),      &confirm_kind(), &approve_kind(),
      &run_kind(), &ssh_kind(),  &git_kind(),      &tizza_kind(),   &http_kind(),
      &tcp_kind(), &wait_kind(), &announce_kind(), &escalate_kind()};
  return kinds;
}

std::vector<GateAnswer> gate_answers(const Step& step) {
  if (!step.kind->answers.empty()) return step.kind->answers;
  return {{"done", "it is, go on"}, {"failed", "it could not be done", "reason", false}};
}

const StepKind* find_step_kind(std::string_view keyword) {
  const auto kinds = step_kinds();
  const auto found = std::find_if(kinds.begin(), kinds.end(),
                                  [&](const StepKind* kind) { return kind->keyword == keyword; });
  return found == kinds.end() ? nullptr : *found;
}

}  // namespace tizza::playbook
