#pragma once
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "base/strings.hpp"
#include "spec/baseline.hpp"

namespace tizza::spec {

/// Which entries of a baseline have their finding in a report.
class BaselineMatch {
 public:
  BaselineMatch(const Baseline& baseline, const report::Report& report, const Ruleset& rules,
                const FileReader& files);

  /// The entry that knows a finding, or nullptr.
  const BaselineEntry* entry_of(const Diagnostic& finding) const;

  /// Whether the finding of an entry is gone for sure: its rule is on, and its file was looked at
  /// or is no longer there.
  bool is_fixed(const BaselineEntry& entry) const;

 private:
  const FileReader& files_;
  std::string folder_;
  StringMap<const BaselineEntry*> entries_;     ///< By fingerprint.
  std::unordered_set<std::string> found_;       ///< Fingerprints in the report.
  std::unordered_set<std::string_view> rules_;  ///< That are on.
  std::unordered_set<std::string> looked_at_;   ///< Files as the baseline calls them.
};

}  // namespace tizza::spec
