#include "playbook/timeline.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <charconv>

#include "base/strings.hpp"
#include "playbook/run_state.hpp"
#include "playbook/scope.hpp"

namespace tizza::playbook {
namespace {

using std::chrono::milliseconds;

// More of a step's output is in the journal.
constexpr size_t kShownLines = 20;

int number_at(std::string_view text, size_t begin, size_t length) {
  int number = 0;
  if (text.size() >= begin + length) {
    std::from_chars(text.data() + begin, text.data() + begin + length, number);
  }
  return number;
}

/// A moment as journals write it, `2026-05-04T12:30:00.123Z`.
std::chrono::sys_time<milliseconds> moment(std::string_view text) {
  using namespace std::chrono;
  const year_month_day date{year(number_at(text, 0, 4)),
                            month(static_cast<unsigned>(number_at(text, 5, 2))),
                            day(static_cast<unsigned>(number_at(text, 8, 2)))};
  return sys_days(date) + hours(number_at(text, 11, 2)) + minutes(number_at(text, 14, 2)) +
         seconds(number_at(text, 17, 2)) + milliseconds(number_at(text, 20, 3));
}

/// A clock that was set back makes no time negative.
milliseconds between(std::string_view begin, std::string_view end) {
  return std::max(milliseconds(0), moment(end) - moment(begin));
}

std::string end_of(const std::string& output) {
  const auto lines = split_lines(trim(output));
  if (lines.size() <= kShownLines) return std::string(trim(output));
  std::string text = "…";
  for (size_t i = lines.size() - kShownLines; i < lines.size(); ++i) {
    text += "\n" + std::string(lines[i]);
  }
  return text;
}

std::string text_of(const Record& record, std::string_view key) {
  return plain_text(record.data[key]);
}

std::string who(const Record& record) {
  if (record.data["operator"].as_mapping() == nullptr) return text_of(record, "by");
  return fmt::format("{}@{}", plain_text(record.data["operator"]["name"]),
                     plain_text(record.data["operator"]["host"]));
}

class Reader {
 public:
  std::vector<TimelineEntry> read(const std::vector<Record>& records) {
    for (const Record& record : records) add(record);
    return std::move(entries_);
  }

 private:
  void add(const Record& record) {
    switch (record.event) {
      case Event::kStart:
        return push(record, "began", "");
      case Event::kIntent:
        return begin(record);
      case Event::kProgress:
        return;  // what ran is among the commands of its intent
      case Event::kResult:
        return end(record);
      case Event::kMove:
        return push(record, "moved", move_text(record));
      case Event::kNote:
        return push(record, "note", text_of(record, "text"));
      case Event::kPause:
        return push(record, text_of(record, "reason") == "escalated" ? "escalated" : "paused",
                    pause_text(record));
      case Event::kResume:
        return push(record, "resumed", "");
      case Event::kEnd:
        return push(record, text_of(record, "outcome"), text_of(record, "reason"));
    }
  }

  void push(const Record& record, std::string outcome, std::string words) {
    entries_.push_back(
        {record.time, record.step, std::move(outcome), std::move(words), who(record)});
  }

  void begin(const Record& record) {
    push(record, "unknown", "nothing says how it ended");
    is_open_ = true;
    if (const Value::List* lines = record.data["what"].as_list()) {
      for (const Value& line : *lines) entries_.back().commands.push_back(plain_text(line));
    }
  }

  /// The end of the try that stands last, or of a step that a person did.
  void end(const Record& record) {
    const bool is_of_try = is_open_ && !entries_.empty() && entries_.back().step == record.step;
    is_open_ = false;
    if (!is_of_try) push(record, "", "");
    TimelineEntry& entry = entries_.back();
    entry.outcome = text_of(record, "outcome");
    entry.words = result_text(record);
    entry.output = end_of(text_of(record, "output"));
    if (is_of_try) entry.took = between(entry.time, record.time);
  }

  static std::string result_text(const Record& record) {
    std::vector<std::string> parts;
    if (!text_of(record, "reason").empty()) parts.push_back(text_of(record, "reason"));
    if (const Value::Mapping* captured = record.data["captured"].as_mapping()) {
      for (const auto& [name, value] : *captured) {
        parts.push_back(fmt::format("{}: {}", name, plain_text(value)));
      }
    }
    const std::string approved_by = text_of(record, "approved_by");
    if (!approved_by.empty()) parts.push_back("approved by " + approved_by);
    return join(parts, ", ");
  }

  static std::string move_text(const Record& record) {
    const std::string next = text_of(record, "next");
    return fmt::format("to {}, {}", next.empty() ? "the end" : next, text_of(record, "reason"));
  }

  static std::string pause_text(const Record& record) {
    const std::string because = text_of(record, "because");
    return because.empty() ? text_of(record, "reason") : because;
  }

  std::vector<TimelineEntry> entries_;
  bool is_open_ = false;
};

}  // namespace

Timeline make_timeline(const std::string& run, const std::vector<Record>& records) {
  const RunState state = fold(records);
  Timeline timeline;
  timeline.run = run;
  timeline.playbook = state.text("playbook");
  timeline.title = state.text("title");
  timeline.mode = state.text("mode");
  timeline.service = state.text("service");
  timeline.environment = state.text("environment");
  timeline.phase = to_string(state.phase);
  if (!records.empty()) {
    timeline.began = records.front().time;
    timeline.ended = records.back().time;
    timeline.took = between(timeline.began, timeline.ended);
  }
  timeline.entries = Reader().read(records);
  return timeline;
}

std::string timeline_heading(const Timeline& timeline) {
  const std::string_view kind = timeline.mode == "practice" ? "Practice"
                                : timeline.mode == "undo"   ? "Undo"
                                                            : "Run";
  return fmt::format("{} of {}", kind, timeline_subject(timeline));
}

std::string timeline_subject(const Timeline& timeline) {
  std::string text = timeline.playbook;
  if (!timeline.service.empty()) text += " on " + timeline.service;
  if (!timeline.environment.empty()) text += " in " + timeline.environment;
  return text;
}

Value timeline_value(const Timeline& timeline) {
  Value root;
  root.set("schema_version", 1);
  root.set("run", timeline.run);
  root.set("playbook", timeline.playbook);
  if (!timeline.title.empty()) root.set("title", timeline.title);
  root.set("mode", timeline.mode);
  root.set("service", timeline.service);
  root.set("environment", timeline.environment);
  root.set("phase", timeline.phase);
  root.set("began", timeline.began);
  root.set("ended", timeline.ended);
  root.set("took_ms", static_cast<int64_t>(timeline.took.count()));
  Value::List entries;
  for (const TimelineEntry& entry : timeline.entries) {
    Value item;
    item.set("time", entry.time);
    if (!entry.step.empty()) item.set("step", entry.step);
    item.set("outcome", entry.outcome);
    if (!entry.words.empty()) item.set("words", entry.words);
    if (!entry.by.empty()) item.set("by", entry.by);
    if (entry.took) item.set("took_ms", static_cast<int64_t>(entry.took->count()));
    if (!entry.commands.empty()) {
      item.set("commands", Value::List(entry.commands.begin(), entry.commands.end()));
    }
    if (!entry.output.empty()) item.set("output", entry.output);
    entries.push_back(std::move(item));
  }
  root.set("entries", std::move(entries));
  return root;
}

}  // namespace tizza::playbook
