#pragma once
#include <optional>
#include <string>
#include <vector>

#include "commands/context.hpp"
#include "report/report.hpp"
#include "scaffold/drift.hpp"

namespace tizza::commands {

/// One folder that was compared: its drift, or why there is none.
struct DriftRow {
  std::string folder;
  std::optional<scaffold::Drift> drift;
  Diagnostic problem;
};

struct DriftCounts {
  size_t drifted = 0;
  size_t failed = 0;
  size_t fill_ins = 0;
};

DriftCounts count_drift(const std::vector<DriftRow>& rows);

/// One table over all folders, then a summary; the files with their classes in front of it where
/// `lists_files`.
std::string drift_text(const std::vector<DriftRow>& rows, bool lists_files, const Context& context);

/// `schema_version` 1: every folder with its files, counts by class and places to fill in.
std::string drift_json(const std::vector<DriftRow>& rows);

/// The table as a page, with the files of each project below it.
std::string drift_html(const std::vector<DriftRow>& rows);

/// A warning for each file that drifted and a hint for each place to fill in.
report::Report drift_report(const std::vector<DriftRow>& rows);

}  // namespace tizza::commands
