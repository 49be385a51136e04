#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "playbook/journal.hpp"
#include "text/value.hpp"

namespace tizza::playbook {

enum class RunPhase : uint8_t {
  kOpen,       ///< Under way, or its process died.
  kPaused,     ///< Stopped in order; `resume` goes on.
  kEscalated,  ///< Stopped, and somebody was to be called; `resume` goes on.
  kFinished,
  kAborted,
};

std::string_view to_string(RunPhase phase);

/// Where a run stands: what its journal comes to.
struct RunState {
  Value start;  ///< `data` of the first record.
  RunPhase phase = RunPhase::kOpen;
  /// The step with which it goes on; empty behind the last one, none where no record says.
  std::string position;
  bool has_position = false;
  Value answers;  ///< What steps captured and people answered, by name.
  std::string last_time;

  bool is_over() const { return phase == RunPhase::kFinished || phase == RunPhase::kAborted; }
  std::string text(std::string_view key) const;  ///< Of `start`; empty where it has none.
};

RunState fold(const std::vector<Record>& records);

/// What the parts of a step that was cut off had noted since it began: `on a: `x` done`.
std::vector<std::string> progress_of(const std::vector<Record>& records, std::string_view step);

}  // namespace tizza::playbook
