#include "spec/baseline_match.hpp"

namespace tizza::spec {
namespace {

Diagnostic fixed_entry(const BaselineEntry& entry) {
  Diagnostic hint;
  hint.rule = "fixed-in-baseline";
  hint.severity = Severity::kHint;
  hint.message = "the finding of `" + entry.rule + "` in `" + entry.path + "` is gone";
  hint.at = entry.at;
  hint.help = "`--update-baseline` takes the entry out";
  hint.fingerprint = entry.fingerprint;
  return hint;
}

std::string reason_of(const BaselineEntry& entry) {
  std::string reason = entry.reason;
  if (!entry.owner.empty()) reason += " (" + entry.owner + ")";
  return reason;
}

}  // namespace

void apply_baseline(report::Report& report, const Baseline& baseline, std::string_view today,
                    const Ruleset& rules, const FileReader& files) {
  const BaselineMatch match(baseline, report, rules, files);
  std::vector<Diagnostic> findings;
  for (Diagnostic& finding : report.findings) {
    const BaselineEntry* entry = match.entry_of(finding);
    if (entry && !entry->is_expired(today)) {
      report.suppressed.push_back({std::move(finding), reason_of(*entry)});
      continue;
    }
    if (entry) {
      ++report.expired;
      finding.notes.push_back(
          {"known until `" + entry->expires + "`: " + reason_of(*entry), entry->at, ""});
    }
    findings.push_back(std::move(finding));
  }
  for (const BaselineEntry& entry : baseline.entries) {
    if (match.is_fixed(entry)) findings.push_back(fixed_entry(entry));
  }
  report.findings = std::move(findings);
}

}  // namespace tizza::spec
