#pragma once
#include <chrono>
#include <optional>
#include <string>
#include <vector>

#include "playbook/journal.hpp"
#include "text/value.hpp"

/// What a run did, when and by whom: for the post-mortem.
namespace tizza::playbook {

struct TimelineEntry {
  std::string time;     ///< UTC, as the journal has it: when it began.
  std::string step;     ///< Empty where it is about the run as a whole.
  std::string outcome;  ///< `done`, `failed`, `skipped`, `unknown`, `note`, `paused`, `began` …
  std::string words;    ///< The reason, the note, the answer; may be empty.
  std::string by;       ///< Who; may be empty.
  std::optional<std::chrono::milliseconds> took = {};
  std::vector<std::string> commands = {};
  std::string output = {};  ///< The end of it.
};

struct Timeline {
  std::string run;
  std::string playbook;
  std::string title;  ///< Empty in journals of older versions.
  std::string mode;   ///< `run`, `practice` or `undo`.
  std::string service;
  std::string environment;
  std::string phase;
  std::string began;
  std::string ended;  ///< The last record's time.
  std::chrono::milliseconds took{0};
  std::vector<TimelineEntry> entries;
};

/// The records of a journal, each try of a step as one entry. A try without an end is `unknown`.
Timeline make_timeline(const std::string& run, const std::vector<Record>& records);

std::string timeline_markdown(const Timeline& timeline);
/// A page of its own.
std::string timeline_html(const Timeline& timeline);
/// With `schema_version`; durations are `took_ms`.
Value timeline_value(const Timeline& timeline);

/// `Run of look`, `Undo of look on oven in production`, for headings.
std::string timeline_heading(const Timeline& timeline);

/// `look`, `look on oven in production`, for headings.
std::string timeline_subject(const Timeline& timeline);

}  // namespace tizza::playbook
