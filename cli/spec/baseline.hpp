#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "ports/file_system.hpp"
#include "report/report.hpp"
#include "spec/ruleset.hpp"
#include "text/document.hpp"

namespace tizza::spec {

inline constexpr std::string_view kBaselineFile = ".tizza-baseline.yaml";

/// One known finding.
struct BaselineEntry {
  std::string rule;
  std::string path;  ///< Relative to the folder of the baseline.
  std::string fingerprint;
  std::string reason;
  std::string owner;
  std::string expires;  ///< The last day on which it holds, `2027-01-31`; empty: it holds for ever.
  Location at;

  bool is_expired(std::string_view today) const { return !expires.empty() && expires < today; }
};

/// `registry-schema/baseline.schema.json` as it was read.
struct Baseline {
  std::string path;
  DocumentPtr document;  ///< None where there is no such file yet.
  std::vector<BaselineEntry> entries;
};

/// The baseline at `path`; an empty one where nothing is there. What is wrong with it is an error.
Result<Baseline> load_baseline(const FileReader& files, const std::string& path);

/// What does not count goes from the findings to the suppressed ones. An expired entry is named in
/// a note of its finding; an entry whose finding is gone, though its rule is on and its file was
/// looked at or is absent, becomes a hint of the rule `fixed-in-baseline`. The findings need
/// fingerprints.
void apply_baseline(report::Report& report, const Baseline& baseline, std::string_view today,
                    const Ruleset& rules, const FileReader& files);

/// What is said of findings that are new in a baseline.
struct BaselineWords {
  std::string reason;
  std::string owner;
  std::string expires;
};

struct BaselineUpdate {
  std::string text;  ///< Of the whole file.
  size_t kept = 0;
  size_t added = 0;
  size_t removed = 0;
};

/// The baseline that knows all findings of a report to which none was applied yet. Entries that
/// still hold stay as they are; those that are fixed or expired go. Edits are spans: comments stay.
/// New findings without a reason are an error (rule `baseline`).
Result<BaselineUpdate> update_baseline(const Baseline& baseline, const report::Report& report,
                                       const BaselineWords& words, std::string_view today,
                                       const Ruleset& rules, const FileReader& files);

/// Whether the text is a day of the calendar, `2027-01-31`.
bool is_day(std::string_view text);

/// Whether it is written like one: `2027-02-30` is, although there is no such day.
bool has_form_of_day(std::string_view text);

}  // namespace tizza::spec
