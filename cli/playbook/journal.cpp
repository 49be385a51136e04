#include "playbook/journal.hpp"

#include <fmt/core.h>

#include <array>
#include <charconv>
#include <optional>

#include "base/sha256.hpp"
#include "base/strings.hpp"
#include "text/reader.hpp"
#include "text/writer.hpp"

namespace tizza::playbook {
namespace {

constexpr std::array<std::string_view, 9> kEventNames = {
    "start", "intent", "progress", "result", "move", "note", "pause", "resume", "end"};
constexpr std::array<std::string_view, 5> kStateNames = {"not started", "unknown", "done", "failed",
                                                         "skipped"};
constexpr size_t kLengthDigits = 8;
constexpr size_t kDigestDigits = 16;
constexpr size_t kHeaderBytes = kLengthDigits + 1 + kDigestDigits + 1;

std::string link(std::string_view previous, std::string_view json) {
  return sha256(std::string(previous).append(json)).substr(0, kDigestDigits);
}

std::string to_line(const Record& record, std::string& digest) {
  const std::string json = write_json(to_value(record));
  digest = link(digest, json);
  return fmt::format("{:08} {} {}\n", json.size(), digest, json);
}

std::optional<Record> from_json(std::string_view json) {
  const auto document = read_json(std::make_shared<Source>("<journal>", std::string(json)));
  if (!document) return std::nullopt;
  const Node root = (*document)->root();
  for (size_t i = 0; i < kEventNames.size(); ++i) {
    if (root["event"].text() != kEventNames[i]) continue;
    return Record{static_cast<Event>(i), std::string(root["time"].text()),
                  std::string(root["step"].text()), Value::from(root["data"])};
  }
  return std::nullopt;
}

// The JSON of the line at the start of `text`; none where the line is not whole.
std::optional<std::string_view> whole_line(std::string_view text, std::string_view& digest) {
  if (text.size() < kHeaderBytes) return std::nullopt;
  size_t length = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + kLengthDigits, length);
  if (error != std::errc() || end != text.data() + kLengthDigits) return std::nullopt;
  if (text[kLengthDigits] != ' ' || text[kHeaderBytes - 1] != ' ') return std::nullopt;
  if (text.size() < kHeaderBytes + length + 1 || text[kHeaderBytes + length] != '\n') {
    return std::nullopt;
  }
  digest = text.substr(kLengthDigits + 1, kDigestDigits);
  return text.substr(kHeaderBytes, length);
}

// A write that a crash cut off leaves a piece of a line, or zeros where the blocks never arrived.
bool is_cut_off(std::string_view rest) {
  const size_t line_end = rest.find('\n');
  return line_end == std::string_view::npos ||
         rest.find_first_not_of('\0') == std::string_view::npos;
}

Error damaged(const std::string& path, uint64_t at) {
  return file_failure("journal", path, fmt::format("the journal is damaged at byte {}", at),
                      "its run cannot be resumed; start a new one with tizza playbook run");
}

}  // namespace

std::string_view to_string(Event event) {
  return kEventNames[static_cast<size_t>(event)];
}

std::string_view to_string(StepState state) {
  return kStateNames[static_cast<size_t>(state)];
}

Result<JournalContents> parse_journal(const std::string& path, std::string_view text) {
  JournalContents contents;
  while (contents.intact_bytes < text.size()) {
    const auto rest = text.substr(contents.intact_bytes);
    std::string_view digest;
    const auto json = whole_line(rest, digest);
    if (!json) {
      if (is_cut_off(rest)) break;
      return damaged(path, contents.intact_bytes);
    }
    auto record = from_json(*json);
    if (!record || digest != link(contents.digest, *json)) {
      return damaged(path, contents.intact_bytes);
    }
    contents.records.push_back(std::move(*record));
    contents.digest = digest;
    contents.intact_bytes += kHeaderBytes + json->size() + 1;
  }
  return contents;
}

StepState step_state(const std::vector<Record>& records, std::string_view step) {
  for (auto record = records.rbegin(); record != records.rend(); ++record) {
    if (record->step != step) continue;
    if (record->event == Event::kIntent) return StepState::kUnknown;
    if (record->event != Event::kResult) continue;
    const std::string* outcome = record->data["outcome"].as_string();
    if (outcome && *outcome == "done") return StepState::kDone;
    if (outcome && *outcome == "skipped") return StepState::kSkipped;
    if (outcome && *outcome == "unknown") return StepState::kUnknown;
    return StepState::kFailed;
  }
  return StepState::kNotStarted;
}

Journal::Journal(std::unique_ptr<AppendFile> file, const Clock& clock, JournalContents contents)
    : file_(std::move(file)),
      clock_(&clock),
      records_(std::move(contents.records)),
      digest_(std::move(contents.digest)) {}

Result<Journal> Journal::create(FileSystem& files, const Clock& clock, const std::string& path) {
  if (files.exists(path)) {
    return file_failure("journal", path, "the journal exists already",
                        "go on with it: tizza playbook resume");
  }
  TIZZA_TRY(auto file, files.open_append(path));
  return Journal(std::move(file), clock, {});
}

Result<Journal> Journal::reopen(FileSystem& files, const Clock& clock, const std::string& path) {
  TIZZA_TRY(const std::string text, files.read_file(path));
  TIZZA_TRY(JournalContents contents, parse_journal(path, text));
  TIZZA_TRY(auto file, files.open_append(path));
  if (contents.intact_bytes < text.size()) TIZZA_CHECK(file->truncate(contents.intact_bytes));
  return Journal(std::move(file), clock, std::move(contents));
}

Status Journal::append(Event event, std::string step, Value data) {
  Record record{event, utc_time(clock_->now()), std::move(step), masker_.masked(data)};
  std::string digest = digest_;
  const std::string line = to_line(record, digest);
  const uint64_t before = file_->size();
  Status written = file_->append(line);
  if (written) written = file_->sync();
  if (!written) {
    // What was half written would be dropped by the next reader anyway; where even this fails, the
    // first error is the one to tell.
    (void)file_->truncate(before);
    return written;
  }
  digest_ = std::move(digest);
  records_.push_back(std::move(record));
  if (observer_) observer_(records_.back());
  return {};
}

Value to_value(const Record& record) {
  Value value;
  value.set("event", to_string(record.event));
  value.set("time", record.time);
  if (!record.step.empty()) value.set("step", record.step);
  if (!record.data.is_null()) value.set("data", record.data);
  return value;
}

std::string utc_time(std::chrono::system_clock::time_point time) {
  using std::chrono::days;
  using std::chrono::floor;
  const auto day = floor<days>(time);
  const std::chrono::year_month_day date(day);
  const std::chrono::hh_mm_ss clock(floor<std::chrono::milliseconds>(time - day));
  return fmt::format("{:04}-{:02}-{:02}T{:02}:{:02}:{:02}.{:03}Z", static_cast<int>(date.year()),
                     static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()),
                     clock.hours().count(), clock.minutes().count(), clock.seconds().count(),
                     clock.subseconds().count());
}

}  // namespace tizza::playbook
