#include "playbook/run_state.hpp"

#include <array>

namespace tizza::playbook {
namespace {

constexpr std::array<std::string_view, 5> kPhaseNames = {"open", "paused", "escalated", "finished",
                                                         "aborted"};

void follow(const Record& record, RunState& state) {
  if (const std::string* next = record.data["next"].as_string()) {
    state.position = *next;
    state.has_position = true;
  }
  if (const Value::Mapping* captured = record.data["captured"].as_mapping()) {
    for (const auto& [name, value] : *captured) state.answers.set(name, value);
  }
}

RunPhase phase_after(const Record& record) {
  switch (record.event) {
    case Event::kPause:
      return record.data["reason"] == Value("escalated") ? RunPhase::kEscalated : RunPhase::kPaused;
    case Event::kEnd:
      return record.data["outcome"] == Value("finished") ? RunPhase::kFinished : RunPhase::kAborted;
    default:
      return RunPhase::kOpen;
  }
}

}  // namespace

std::string_view to_string(RunPhase phase) {
  return kPhaseNames[static_cast<size_t>(phase)];
}

std::string RunState::text(std::string_view key) const {
  const std::string* value = start[key].as_string();
  return value == nullptr ? std::string() : *value;
}

RunState fold(const std::vector<Record>& records) {
  RunState state;
  for (const Record& record : records) {
    if (record.event == Event::kStart) state.start = record.data;
    follow(record, state);
    state.phase = phase_after(record);
    state.last_time = record.time;
  }
  return state;
}

std::vector<std::string> progress_of(const std::vector<Record>& records, std::string_view step) {
  std::vector<std::string> parts;
  for (const Record& record : records) {
    if (record.step != step) continue;
    if (record.event == Event::kIntent) parts.clear();
    const std::string* text = record.data["text"].as_string();
    if (record.event == Event::kProgress && text != nullptr) parts.push_back(*text);
  }
  return parts;
}

}  // namespace tizza::playbook
