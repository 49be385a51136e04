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
  bool is_in_doubt = false;  ///< Nobody knows how the step at `position` ended.
  Value answers;             ///< What steps captured and people answered, by name.
  std::string last_time;

  bool is_over() const { return phase == RunPhase::kFinished || phase == RunPhase::kAborted; }
  std::string text(std::string_view key) const;  ///< Of `start`; empty where it has none.
};

RunState fold(const std::vector<Record>& records);

/// A part of a step as its journal tells it: `on a: `x``.
struct PartRecord {
  size_t number = 0;
  std::string what;
  bool is_done = false;
  std::string output;  ///< Only kept where the step captures it.
};

/// The parts of a step that began since it was last done as a whole, or gone back to; in order,
/// each once. Those that are done are left out when the step runs again.
std::vector<PartRecord> parts_of(const std::vector<Record>& records, std::string_view step);

/// Whether something of the step began of which nobody knows how it ended. A step that was cut off
/// between two of its parts holds nothing of that kind.
bool is_in_doubt(const std::vector<Record>& records, std::string_view step);

/// Whether the step called for help, and nobody went on behind it since.
bool was_escalated(const std::vector<Record>& records, std::string_view step);

}  // namespace tizza::playbook
