#include "spec/fix.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "base/strings.hpp"
#include "text/edits.hpp"

namespace tizza::spec {
namespace {

// Each round mends something or gives a fix up, so that this ends what nobody thought of.
constexpr int kMostChecks = 1000;

/// Files, some of which have another content than on the disk.
class EditedFiles final : public FileReader {
 public:
  explicit EditedFiles(const FileReader& files) : files_(files) {}

  void put(const std::string& path, std::string text) { texts_[path] = std::move(text); }
  const std::map<std::string, std::string>& texts() const { return texts_; }

  Result<std::string> read_file(const std::string& path) const override {
    const auto found = texts_.find(path);
    return found == texts_.end() ? files_.read_file(path) : Result<std::string>(found->second);
  }
  std::optional<FileInfo> info(const std::string& path, bool follow) const override {
    return files_.info(path, follow);
  }
  Result<std::vector<DirectoryEntry>> list(const std::string& path) const override {
    return files_.list(path);
  }
  Result<std::string> real_path(const std::string& path) const override {
    return files_.real_path(path);
  }
  Result<std::string> read_link(const std::string& path) const override {
    return files_.read_link(path);
  }

 private:
  const FileReader& files_;
  std::map<std::string, std::string> texts_;
};

/// A fix by what it mends: places move while other fixes are applied, this stays.
using FixKey = std::tuple<std::string, std::string, std::string, std::string>;

FixKey key_of(const Diagnostic& finding) {
  return {path_of(finding), finding.rule, finding.pointer, finding.message};
}

/// How often each rule finds something in each file.
std::map<std::pair<std::string, std::string>, size_t> counts_of(const report::Report& report) {
  std::map<std::pair<std::string, std::string>, size_t> counts;
  for (const Diagnostic& finding : report.findings) ++counts[{path_of(finding), finding.rule}];
  return counts;
}

/// Fewer findings, and none more of any kind.
bool is_better(const report::Report& after, const report::Report& before) {
  if (after.errors.size() > before.errors.size()) return false;
  if (after.findings.size() >= before.findings.size()) return false;
  const auto known = counts_of(before);
  for (const auto& [kind, count] : counts_of(after)) {
    const auto found = known.find(kind);
    if (found == known.end() || count > found->second) return false;
  }
  return true;
}

class Fixing {
 public:
  Fixing(const FileReader& files, const Check& check) : check_(check), files_(files) {}

  FixOutcome run(const FileReader& disk, const Narrow& narrow) {
    report_ = check_(files_);
    report::Report narrowed = report_;
    narrow(narrowed);
    for (const Diagnostic& finding : narrowed.findings) allowed_.insert(key_of(finding));
    const size_t at_first = report_.findings.size();
    for (int checks = 1; checks < kMostChecks;) {
      std::vector<const Diagnostic*> fixes = next_round();
      if (fixes.empty()) break;
      for (; !apply(fixes); fixes.resize(fixes.size() / 2)) {
        ++checks;
        if (fixes.size() > 1) continue;
        refused_.insert(key_of(*fixes.front()));
        break;
      }
      ++checks;
    }
    FixOutcome outcome;
    outcome.fixed = at_first - report_.findings.size();
    outcome.refused = refused_.size();
    for (const auto& [path, text] : files_.texts()) {
      auto before = disk.read_file(path);
      if (before.ok() && *before != text) {
        outcome.files.push_back({path, *std::move(before), text});
      }
    }
    outcome.report = std::move(report_);
    return outcome;
  }

 private:
  /// The fixes that do not overlap, in the order of the findings.
  std::vector<const Diagnostic*> next_round() const {
    std::vector<const Diagnostic*> fixes;
    std::map<std::string, std::set<std::pair<uint32_t, uint32_t>>> taken;
    for (const Diagnostic& finding : report_.findings) {
      if (finding.fix.empty() || !may_fix(key_of(finding))) continue;
      auto& spans = taken[path_of(finding)];
      const bool is_free = std::ranges::none_of(
          finding.fix, [&](const Edit& edit) { return overlaps(spans, edit.span); });
      if (!is_free) continue;
      for (const Edit& edit : finding.fix) spans.emplace(edit.span.begin, edit.span.end);
      fixes.push_back(&finding);
    }
    return fixes;
  }

  bool may_fix(const FixKey& key) const {
    return allowed_.contains(key) && !refused_.contains(key);
  }

  /// Spans that touch count as overlapping: the one may take away what the other leans on.
  static bool overlaps(const std::set<std::pair<uint32_t, uint32_t>>& spans, Span span) {
    const auto behind = spans.lower_bound({span.end + 1, 0});
    return behind != spans.begin() && std::prev(behind)->second >= span.begin;
  }

  /// Whether the files are better with these fixes; then they stay.
  bool apply(const std::vector<const Diagnostic*>& fixes) {
    std::map<std::string, std::vector<Edit>> edits;
    std::map<std::string, SourcePtr> sources;
    for (const Diagnostic* finding : fixes) {
      auto& list = edits[path_of(*finding)];
      list.insert(list.end(), finding->fix.begin(), finding->fix.end());
      sources[path_of(*finding)] = finding->at.source;
    }
    EditedFiles tried = files_;
    for (auto& [path, list] : edits) {
      auto text = apply_edits(sources[path]->text(), std::move(list));
      if (!text.ok()) return false;
      tried.put(path, *std::move(text));
    }
    report::Report after = check_(tried);
    if (!is_better(after, report_)) return false;
    for (const auto& [path, text] : tried.texts()) files_.put(path, text);
    report_ = std::move(after);
    return true;
  }

  const Check& check_;
  EditedFiles files_;
  report::Report report_;
  std::set<FixKey> allowed_;
  std::set<FixKey> refused_;
};

}  // namespace

FixOutcome fix_findings(const FileReader& files, const Check& check, const Narrow& narrow) {
  return Fixing(files, check).run(files, narrow);
}

}  // namespace tizza::spec
