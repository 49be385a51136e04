#pragma once
#include <functional>
#include <string>
#include <vector>

#include "ports/file_system.hpp"
#include "report/report.hpp"

namespace tizza::spec {

/// One file that fixes change.
struct FixedFile {
  std::string path;
  std::string before;
  std::string after;
};

struct FixOutcome {
  std::vector<FixedFile> files;  ///< Sorted by path.
  size_t fixed = 0;              ///< Findings that are gone.
  size_t refused = 0;            ///< Fixes that would have made other findings.
  report::Report report;         ///< Of the files as they will be.
};

/// What is found where files are read through this reader; all findings, none hidden.
using Check = std::function<report::Report(const FileReader&)>;

/// Takes findings away that are not to be mended.
using Narrow = std::function<void(report::Report&)>;

/// Applies the fixes of the findings that `narrow` leaves, round after round until none is left.
/// Changes of one round do not overlap; what would break a text, or make a rule find more in a file
/// than before, is taken back. Nothing is written.
FixOutcome fix_findings(const FileReader& files, const Check& check, const Narrow& narrow);

}  // namespace tizza::spec
