#include "playbook/run_state.hpp"

#include <algorithm>
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
  if (!state.has_position && !record.step.empty()) {  // it stands at the first step
    state.position = record.step;
    state.has_position = true;
  }
  if (const Value::Mapping* captured = record.data["captured"].as_mapping()) {
    for (const auto& [name, value] : *captured) state.answers.set(name, value);
  }
}

std::string text_of(const Record& record, std::string_view key) {
  const std::string* text = record.data[key].as_string();
  return text == nullptr ? std::string() : *text;
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
  state.is_in_doubt = !state.is_over() && is_in_doubt(records, state.position);
  return state;
}

std::vector<PartRecord> parts_of(const std::vector<Record>& records, std::string_view step) {
  std::vector<PartRecord> parts;
  for (const Record& record : records) {
    const bool is_back_here = record.event == Event::kMove && record.data["next"] == Value(step);
    const bool is_whole = record.event == Event::kResult && record.step == step &&
                          record.data["outcome"] == Value("done");
    if (is_back_here || is_whole) parts.clear();
    const int64_t* number = record.data["part"].as_int();
    if (record.event != Event::kProgress || record.step != step || number == nullptr) continue;
    PartRecord part{static_cast<size_t>(*number), text_of(record, "text"),
                    record.data["state"] == Value("done"), text_of(record, "output")};
    const auto same = std::find_if(parts.begin(), parts.end(), [&](const PartRecord& earlier) {
      return earlier.number == part.number;
    });
    if (same == parts.end()) {
      parts.push_back(std::move(part));
    } else {
      *same = std::move(part);
    }
  }
  return parts;
}

bool is_in_doubt(const std::vector<Record>& records, std::string_view step) {
  if (step_state(records, step) != StepState::kUnknown) return false;
  const auto parts = parts_of(records, step);
  return parts.empty() || std::any_of(parts.begin(), parts.end(),
                                      [](const PartRecord& part) { return !part.is_done; });
}

bool was_escalated(const std::vector<Record>& records, std::string_view step) {
  for (auto record = records.rbegin(); record != records.rend(); ++record) {
    if (record->step != step) continue;
    if (record->event == Event::kMove || record->event == Event::kResult) return false;
    if (record->event == Event::kPause && record->data["reason"] == Value("escalated")) return true;
  }
  return false;
}

}  // namespace tizza::playbook
