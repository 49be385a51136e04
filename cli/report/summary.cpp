#include "report/summary.hpp"

#include <algorithm>
#include <numeric>

#include "base/strings.hpp"
#include "report/style.hpp"

namespace tizza::report {
namespace {

struct Word {
  Severity severity;
  std::string_view singular;
};

constexpr Word kWords[] = {{Severity::kError, "error"},
                           {Severity::kWarn, "warning"},
                           {Severity::kInfo, "info"},
                           {Severity::kHint, "hint"}};

/// What a baseline takes away, and what it did take away.
std::string known_part(const Report& report) {
  std::string part;
  if (!report.suppressed.empty()) part = std::to_string(report.suppressed.size()) + " known";
  if (report.expired > 0) {
    part += (part.empty() ? "" : ", ") + std::to_string(report.expired) + " expired";
  }
  return part.empty() ? part : "; " + part;
}

}  // namespace

std::array<size_t, 4> count_by_severity(const Report& report) {
  auto counts = report.hidden;
  for (const Diagnostic& finding : report.findings) {
    ++counts[static_cast<size_t>(finding.severity)];
  }
  return counts;
}

const RuleInfo* rule_of(const Report& report, const Diagnostic& finding) {
  const auto found = std::ranges::lower_bound(report.rules, finding.rule, {}, &RuleInfo::id);
  return found != report.rules.end() && found->id == finding.rule ? &*found : nullptr;
}

std::string summary_line(const Report& report, bool colour) {
  const size_t files = report.documents.size();
  const auto counts = count_by_severity(report);
  if (std::accumulate(counts.begin(), counts.end(), size_t{0}) == 0) {
    const std::string checked = files == 0 ? "" : counted(files, "file") + " checked, ";
    return checked + styled("no findings", Style::kGood, colour) + known_part(report);
  }
  std::string line;
  for (const Word& word : kWords) {
    const size_t count = counts[static_cast<size_t>(word.severity)];
    if (count == 0) continue;
    if (!line.empty()) line += ", ";
    line += styled(counted(count, word.singular), style_of(word.severity), colour);
  }
  if (files > 0) line += " in " + counted(files, "file");
  const size_t hidden = std::accumulate(report.hidden.begin(), report.hidden.end(), size_t{0});
  if (hidden > 0) line += ", of which " + std::to_string(hidden) + " are not shown";
  return line + known_part(report);
}

}  // namespace tizza::report
