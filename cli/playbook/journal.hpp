#pragma once
#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "playbook/masker.hpp"
#include "ports/clock.hpp"
#include "ports/file_system.hpp"
#include "text/value.hpp"

/// The memory of a playbook run, written so that a crash at any moment leaves the truth: what was
/// meant is on the disk before it is done, and what came of it before anything else is meant.
namespace tizza::playbook {

enum class Event : uint8_t {
  kStart,     ///< First record: playbook, service, inputs, hashes.
  kIntent,    ///< A step is about to act.
  kProgress,  ///< Part `data.part` of the step, `data.text`, is `begun` or `done` (`data.state`).
  kResult,    ///< The step ended; `data.outcome` is `done`, `failed`, `skipped` or `unknown`.
  kMove,      ///< The operator went to another step.
  kNote,      ///< Something the operator said.
  kPause,     ///< The run stopped and can be resumed; `data.reason` says why.
  kResume,    ///< Somebody went on.
  kEnd,       ///< Last record of a run; `data.outcome` says how it ended.
};

std::string_view to_string(Event event);

struct Record {
  Event event = Event::kNote;
  std::string time;  ///< UTC, `2026-05-04T12:30:00.123Z`.
  std::string step;  ///< Id of the step; empty for events of the whole run.
  Value data;        ///< A mapping, or null.

  bool operator==(const Record&) const = default;
};

/// What a journal file holds.
struct JournalContents {
  std::vector<Record> records;
  uint64_t intact_bytes = 0;  ///< Behind them a write was cut off by a crash: it never counted.
  std::string digest;         ///< The chain's last link.
};

/// Any record may carry `data.next`, the step with which the run goes on; empty behind the last
/// one.

/// Reads a journal. Each line is `LENGTH DIGEST JSON`: the length of the JSON in eight decimal
/// digits, and the first 16 hexadecimal digits of the SHA-256 of the line before's digest and the
/// JSON, so that no line can be changed, lost or moved unnoticed. A cut last line is dropped.
/// Damage before that is an error (rule `journal`), never a guess.
Result<JournalContents> parse_journal(const std::string& path, std::string_view text);

/// How far a step got.
enum class StepState : uint8_t {
  kNotStarted,
  kUnknown,  ///< It was begun, and nobody knows how it ended.
  kDone,
  kFailed,
  kSkipped,
};

std::string_view to_string(StepState state);

/// The state of a step by its last intent or result.
StepState step_state(const std::vector<Record>& records, std::string_view step);

/// A journal open for writing.
class Journal {
 public:
  /// A new file; an error where it exists.
  static Result<Journal> create(FileSystem& files, const Clock& clock, const std::string& path);

  /// An existing one, cut back to its last intact line.
  static Result<Journal> reopen(FileSystem& files, const Clock& clock, const std::string& path);

  /// Writes a record and returns when it is on the disk. After an error the record does not count
  /// and the journal stays as it was, so the caller must not act.
  Status append(Event event, std::string step, Value data);

  /// `observer` sees each record once it is on the disk.
  void observe(std::function<void(const Record&)> observer) { observer_ = std::move(observer); }

  /// From now on secrets stand in no record.
  void mask_with(Masker masker) { masker_ = std::move(masker); }

  const std::vector<Record>& records() const { return records_; }
  StepState state(std::string_view step) const { return step_state(records_, step); }

 private:
  Journal(std::unique_ptr<AppendFile> file, const Clock& clock, JournalContents contents);

  std::unique_ptr<AppendFile> file_;
  const Clock* clock_;
  std::vector<Record> records_;
  std::string digest_;
  std::function<void(const Record&)> observer_;
  Masker masker_;
};

/// A record as journals hold it, and as `--format jsonl` prints it on one line.
Value to_value(const Record& record);

/// A moment as journals write it.
std::string utc_time(std::chrono::system_clock::time_point time);

}  // namespace tizza::playbook
