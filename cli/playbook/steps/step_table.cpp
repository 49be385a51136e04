#include <algorithm>
#include <array>

#include "playbook/steps/kinds.hpp"

namespace tizza::playbook {
std::span<const StepKind* const> step_kinds() {
  // `open` and `do` stand before `ask`, `run` before `ssh`: the later one only modifies then.
  static const std::array<const StepKind*, 9> kinds = {
      &do_kind(),   &open_kind(), &ask_kind(),      &run_kind(),     &ssh_kind(),
      &http_kind(), &tcp_kind(),  &announce_kind(), &escalate_kind()};
  return kinds;
}

const StepKind* find_step_kind(std::string_view keyword) {
  const auto kinds = step_kinds();
  const auto found = std::find_if(kinds.begin(), kinds.end(),
                                  [&](const StepKind* kind) { return kind->keyword == keyword; });
  return found == kinds.end() ? nullptr : *found;
}

}  // namespace tizza::playbook
