#include "spec/baseline_match.hpp"

#include "base/paths.hpp"
#include "base/strings.hpp"
#include "spec/path_between.hpp"

namespace tizza::spec {

BaselineMatch::BaselineMatch(const Baseline& baseline, const report::Report& report,
                             const Ruleset& rules, const FileReader& files)
    : files_(files), folder_(parent_path(baseline.path)) {
  for (const BaselineEntry& entry : baseline.entries) entries_.emplace(entry.fingerprint, &entry);
  for (const Diagnostic& finding : report.findings) found_.insert(finding.fingerprint);
  for (const ActiveRule& active : rules) rules_.insert(active.rule->id);
  for (const std::string& path : report.files) looked_at_.insert(path_from(folder_, path));
}

const BaselineEntry* BaselineMatch::entry_of(const Diagnostic& finding) const {
  const auto found = entries_.find(finding.fingerprint);
  return found == entries_.end() ? nullptr : found->second;
}

bool BaselineMatch::is_fixed(const BaselineEntry& entry) const {
  if (found_.contains(entry.fingerprint)) return false;
  if (!looked_at_.contains(entry.path)) return !files_.exists(join_path(folder_, entry.path));
  const bool is_broken_text = entry.rule == "syntax" || entry.rule == "duplicate-key";
  return is_broken_text || rules_.contains(entry.rule);
}

}  // namespace tizza::spec
