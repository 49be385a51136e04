#include "spec/validate.hpp"

#include <algorithm>
#include <limits>
#include <set>
#include <tuple>

#include "base/append.hpp"
#include "base/strings.hpp"
#include "base/thread_pool.hpp"
#include "spec/detect.hpp"
#include "spec/diagnostics.hpp"
#include "spec/fingerprint.hpp"
#include "spec/lint.hpp"

namespace tizza::spec {
namespace {

/// What came of one input.
struct Checked {
  std::optional<report::CheckedDocument> document;
  std::vector<Diagnostic> findings;
  SeverityCounts counts = {};  ///< Of all findings, kept or not.
  std::vector<Location> used_ignores;
  std::optional<Diagnostic> error;
};

/// What is found without a rule, and what holds otherwise.
struct OwnFinding {
  std::string_view id;
  Severity severity;
  std::string_view summary;
};
constexpr OwnFinding kOwnFindings[] = {
    {"syntax", Severity::kError, "the text can be read"},
    {"several-formats", Severity::kError, "a description names one format"},
    {"unrecognized-format", Severity::kWarn, "the ruleset has rules for the format"},
};

/// What to say where all rules are for other formats: nothing found would read like a success. The
/// check of references, which is always on, does not count, nor do the few of `spectral:oas` that
/// are good for AsyncAPI too.
std::optional<Diagnostic> not_covered(const Ruleset& rules, Version version, const Entry& entry) {
  bool has_others = false;
  for (const ActiveRule& active : rules) {
    if (active.rule->id == "invalid-ref") continue;
    const bool is_lent =
        active.rule->set == RuleSet::kSpectralOas && family(version) == Family::kAsyncApi;
    if (!is_lent && active.rule->versions.has(version)) return std::nullopt;
    has_others = true;
  }
  if (!has_others) return std::nullopt;
  Diagnostic finding =
      failure_at(entry.value.location(), "unrecognized-format",
                 "no rule of the ruleset is for " + std::string(info(family(version)).title) + " " +
                     std::string(info(version).number),
                 "extend a ruleset that is: `tizza spec rules` lists them all")
          .diagnostic;
  finding.severity = Severity::kWarn;
  finding.pointer = entry.value.pointer();
  return finding;
}

/// Of a long list the most severe, then the first; the order of what stays is kept.
template <typename Item, typename Before>
void cut(std::vector<Item>& list, size_t most, const Before& before) {
  if (list.size() <= most) return;
  const auto end = list.begin() + static_cast<ptrdiff_t>(most);
  std::nth_element(list.begin(), end, list.end(), before);
  list.erase(end, list.end());
}

/// The rules of the findings, sorted by id.
std::vector<report::RuleInfo> describe_rules(const report::Report& report, const Ruleset& rules) {
  std::set<std::string_view> found;
  for (const Diagnostic& finding : report.findings) found.insert(finding.rule);
  std::vector<report::RuleInfo> infos;
  for (const ActiveRule& active : rules) {
    if (found.erase(active.rule->id) == 0) continue;
    const Rule& rule = *active.rule;
    infos.push_back({std::string(rule.id), rule.severity, std::string(rule.summary),
                     std::string(rule.rationale), std::string(rule.bad), std::string(rule.good),
                     std::string(rule.fix)});
  }
  for (const std::string_view id : found) {
    const auto known = std::ranges::find(kOwnFindings, id, &OwnFinding::id);
    const OwnFinding& own = known == std::end(kOwnFindings) ? kOwnFindings[0] : *known;
    infos.push_back({std::string(id), own.severity, std::string(own.summary)});
  }
  std::ranges::sort(infos, {}, &report::RuleInfo::id);
  return infos;
}

class Validation {
 public:
  Validation(const Inputs& inputs, const std::optional<TextInput>& text, const FileReader& files,
             const Ruleset& rules, const ValidateOptions& options)
      : inputs_(inputs),
        files_(files),
        rules_(rules),
        options_(options),
        store_(files, options.remote) {
    if (text) store_.put(text->path, text->text);
  }

  report::Report run() {
    std::vector<Checked> checked(inputs_.files.size());
    parallel_for(checked.size(), options_.threads,
                 [&](size_t i) { checked[i] = check(inputs_.files[i]); });
    return merge(checked);
  }

 private:
  Checked check(const Input& input) {
    Checked checked;
    if (!input.is_named && !load_found(input.path)) return checked;
    const auto& document = store_.load(input.path, input.is_named);
    if (!document.ok()) {
      return broken(document.error());
    }
    const auto entry = version_entry(**document);
    if (!entry) {
      if (input.is_named) checked.error = no_description(**document).diagnostic;
      return checked;
    }
    const auto version = version_of(*entry);
    if (!version.ok()) {
      Error error = version.error();
      if (error.diagnostic.pointer.empty()) error.diagnostic.pointer = entry->value.pointer();
      return broken(error);
    }
    checked.document = {input.path, std::string(entry->key.text()),
                        std::string(entry->value.text())};
    const Ruleset& rules = input.rules == nullptr ? rules_ : *input.rules;
    fill(checked, lint(*document, *version, store_, rules, most_kept(), input.registration),
         input.path);
    if (const auto finding = not_covered(rules, *version, *entry)) add(checked, *finding);
    return checked;
  }

  /// Reads a file that was only found in a folder as far as it takes to see that it may be an API
  /// description.
  bool load_found(const std::string& path) {
    auto text = files_.read_file(path);
    // What cannot be read is told: it may be a description.
    if (!text.ok()) return true;
    if (!may_be_description(*text)) return false;
    store_.put(path, std::move(*text));
    return true;
  }

  Checked broken(const Error& error) const {
    Checked checked;
    if (error.verdict == Verdict::kNegative) {
      add(checked, error.diagnostic);
      checked.document = {path_of(error.diagnostic), "unknown", ""};
    } else {
      checked.error = error.diagnostic;
    }
    return checked;
  }

  /// Adds what is found without a rule.
  void add(Checked& checked, Diagnostic finding) const {
    if (options_.fingerprints) finding.fingerprint = identity(finding);
    ++checked.counts[static_cast<size_t>(finding.severity)];
    checked.findings.push_back(std::move(finding));
  }

  /// What is kept of one description. Findings that come up in several are only counted once where
  /// they are kept, so that how many are shown must not decide it.
  size_t most_kept() const {
    constexpr size_t kLeastKept = 10'000;
    if (options_.most_findings == 0) return std::numeric_limits<size_t>::max();
    return std::max(options_.most_findings, kLeastKept);
  }

  /// Says of a place in a file outside of the project no more than where it is.
  void hide_foreign_text(Diagnostic& finding, const std::string& input) {
    const auto is_foreign = [&](const Location& at) {
      return at && store_.is_foreign(input, at.source->path());
    };
    std::erase_if(finding.notes, [&](const Note& note) { return is_foreign(note.at); });
    if (!is_foreign(finding.at)) return;
    const Position at = finding.at.begin();
    finding.path = finding.at.source->path();
    finding.at = {};
    finding.pointer.clear();
    finding.notes.clear();
    finding.fix.clear();
    finding.message =
        "line " + std::to_string(at.line) + ", column " + std::to_string(at.column) +
        " breaks this rule, in a file outside of the project, whose text is not shown";
    finding.help = "check that file by its own name";
  }

  void fill(Checked& checked, LintResult result, const std::string& input) {
    cut(result.findings, most_kept(), [](const Finding& a, const Finding& b) {
      return std::tuple(a.severity, a.at.span.begin) < std::tuple(b.severity, b.at.span.begin);
    });
    DiagnosticMaker maker;
    Identities identities;
    checked.findings.reserve(result.findings.size());
    for (Finding& finding : result.findings) {
      checked.findings.push_back(maker.make(finding));
      if (options_.fingerprints) checked.findings.back().fingerprint = identities.of(finding);
      hide_foreign_text(checked.findings.back(), input);
      finding = {};  // there may be a million of them
    }
    checked.counts = result.counts;
    checked.used_ignores = std::move(result.used_ignores);
  }

  report::Report merge(std::vector<Checked>& checked) {
    report::Report report;
    report.errors = inputs_.errors;
    report.findings = inputs_.findings;
    StringMap<size_t> order;
    SeverityCounts counts = {};
    for (const Diagnostic& finding : report.findings) {
      ++counts[static_cast<size_t>(finding.severity)];
    }
    for (Checked& one : checked) {
      if (one.error) report.errors.push_back(std::move(*one.error));
      if (one.document) {
        order.emplace(one.document->path, order.size());
        report.documents.push_back(std::move(*one.document));
      }
      for (size_t i = 0; i < counts.size(); ++i) counts[i] += one.counts[i];
      append(report.findings, std::move(one.findings));
    }
    sort(report.findings, order);
    remove_repeated(report.findings, counts);
    remove_used(report.findings, checked, counts);
    for (size_t i = 0; i < counts.size(); ++i) report.hidden[i] = counts[i];
    for (const Diagnostic& finding : report.findings) {
      --report.hidden[static_cast<size_t>(finding.severity)];
    }
    if (options_.fingerprints) set_fingerprints(report, options_.file_name);
    limit_findings(report, options_.most_findings);
    report.rules = describe_rules(report, rules_of(inputs_, rules_));
    report.files = store_.paths();
    return report;
  }

  /// Inputs first, in their order; then what they refer to, by path.
  static bool precedes(const Diagnostic& a, const Diagnostic& b, const StringMap<size_t>& order) {
    const auto key = [&](const Diagnostic& finding) {
      const auto found = order.find(path_of(finding));
      const size_t index = found == order.end() ? order.size() : found->second;
      return std::tuple(index, std::string_view(path_of(finding)), finding.at.span.begin,
                        finding.at.span.end, std::string_view(finding.rule),
                        std::string_view(finding.message));
    };
    return key(a) < key(b);
  }

  static void sort(std::vector<Diagnostic>& findings, const StringMap<size_t>& order) {
    std::stable_sort(findings.begin(), findings.end(),
                     [&](const auto& a, const auto& b) { return precedes(a, b, order); });
  }

  /// A file to which several inputs refer is checked for each of them.
  static void remove_repeated(std::vector<Diagnostic>& findings, SeverityCounts& counts) {
    const auto is_same = [](const Diagnostic& a, const Diagnostic& b) {
      return a.at.span == b.at.span && a.rule == b.rule && a.message == b.message &&
             path_of(a) == path_of(b);
    };
    const auto is_repeated = [&](const Diagnostic& kept, const Diagnostic& next) {
      if (!is_same(kept, next)) return false;
      --counts[static_cast<size_t>(next.severity)];
      return true;
    };
    findings.erase(std::unique(findings.begin(), findings.end(), is_repeated), findings.end());
  }

  /// A name to ignore that one description has no use for may be of use to another.
  static void remove_used(std::vector<Diagnostic>& findings, const std::vector<Checked>& checked,
                          SeverityCounts& counts) {
    std::set<std::pair<std::string_view, uint32_t>> used;
    for (const Checked& one : checked) {
      for (const Location& name : one.used_ignores) {
        used.emplace(name.source->path(), name.span.begin);
      }
    }
    if (used.empty()) return;
    std::erase_if(findings, [&](const Diagnostic& finding) {
      const bool is_wrong = finding.rule == "unused-ignore" &&
                            used.contains({path_of(finding), finding.at.span.begin});
      if (is_wrong) --counts[static_cast<size_t>(finding.severity)];
      return is_wrong;
    });
  }

  const Inputs& inputs_;
  const FileReader& files_;
  const Ruleset& rules_;
  ValidateOptions options_;
  DocumentStore store_;
};

}  // namespace

Ruleset rules_of(const Inputs& inputs, const Ruleset& otherwise) {
  Ruleset all;
  std::set<std::string_view> known;
  std::set<const Ruleset*> seen;
  for (const Input& input : inputs.files) {
    const Ruleset* rules = input.rules == nullptr ? &otherwise : input.rules;
    if (!seen.insert(rules).second) continue;
    for (const ActiveRule& active : *rules) {
      if (known.insert(active.rule->id).second) all.push_back(active);
    }
  }
  return all;
}

void limit_findings(report::Report& report, size_t most) {
  if (most == 0 || report.findings.size() <= most) return;
  SeverityCounts room = {};
  for (const Diagnostic& finding : report.findings) {
    ++room[static_cast<size_t>(finding.severity)];
  }
  for (size_t& count : room) {
    count = std::min(count, most);
    most -= count;
  }
  std::erase_if(report.findings, [&](const Diagnostic& finding) {
    const auto severity = static_cast<size_t>(finding.severity);
    if (room[severity] > 0) {
      --room[severity];
      return false;
    }
    ++report.hidden[severity];
    return true;
  });
}

report::Report validate(const Inputs& inputs, const std::optional<TextInput>& text,
                        const FileReader& files, const Ruleset& rules,
                        const ValidateOptions& options) {
  return Validation(inputs, text, files, rules, options).run();
}

}  // namespace tizza::spec
