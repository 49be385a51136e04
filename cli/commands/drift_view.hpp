#pragma once
#include <optional>
#include <string>
#include <vector>

#include "commands/context.hpp"
#include "commands/drift_gate.hpp"
#include "report/report.hpp"
#include "scaffold/drift.hpp"

namespace tizza::commands {

/// One folder that was compared: its drift, or why there is none.
struct DriftRow {
  std::string folder;
  std::optional<scaffold::Drift> drift;
  Diagnostic problem;
};

/// All of them, and what counts as drift.
struct DriftTable {
  std::vector<DriftRow> rows;
  DriftGate gate;
};

struct DriftCounts {
  size_t drifted = 0;
  size_t failed = 0;
  size_t fill_ins = 0;
};

DriftCounts count_drift(const DriftTable& table);

/// One table over all folders, then a summary; the files with their classes in front of it where
/// `lists_files`.
std::string drift_text(const DriftTable& table, bool lists_files, const Context& context);

/// `schema_version` 1: every folder with its files, counts by class and places to fill in.
std::string drift_json(const DriftTable& table);

/// The table as a page, with the files of each project below it.
std::string drift_html(const DriftTable& table);

/// A warning for all that counts as drift, a hint for what is told besides.
report::Report drift_report(const DriftTable& table);

}  // namespace tizza::commands
