#pragma once
#include <array>
#include <optional>
#include <string>
#include <vector>

#include "base/diagnostic.hpp"

namespace tizza::report {

/// One file that was looked at.
struct CheckedDocument {
  std::string path;
  std::string format;   ///< `swagger`, `openapi`, `asyncapi`, `registry`, `playbook`.
  std::string version;  ///< Of the format, as the file says it.
};

/// What is to be said of a rule beside its findings.
struct RuleInfo {
  std::string id;
  Severity severity = Severity::kError;  ///< Where nobody chose another.
  std::string summary;                   ///< One line, lower case: what holds.
  std::string rationale = {};            ///< Why, in whole sentences.
  std::string bad = {};                  ///< An example that breaks it,
  std::string good = {};                 ///< and the same as it should be.
  std::string fix = {};                  ///< What Diagnostic::fix does, such as `remove the slash`.
};

/// A finding that does not count, because a person said so.
struct Suppressed {
  Diagnostic finding;
  std::string reason;
};

/// The outcome of a check: what every renderer gets.
struct Report {
  std::vector<CheckedDocument> documents;
  std::vector<Diagnostic> findings;  ///< In the order in which they are shown.
  std::vector<Diagnostic> errors;    ///< What could not be checked at all.
  /// Further findings that were counted but not kept, by severity, `kError` first.
  std::array<size_t, 4> hidden = {};
  std::vector<RuleInfo> rules = {};         ///< Those of the findings, by id.
  std::vector<Suppressed> suppressed = {};  ///< Known findings, which do not count.
  size_t expired = 0;  ///< Findings that were known until a day which has passed: they count.
  std::vector<std::string> files = {};                 ///< Every file that was looked at, sorted.
  std::optional<Severity> fail_on = Severity::kError;  ///< The weakest that fails; none: none does.
};

/// The rule of a finding; nothing where nobody described it.
const RuleInfo* rule_of(const Report& report, const Diagnostic& finding);

/// How many findings there are of each severity, hidden ones included.
std::array<size_t, 4> count_by_severity(const Report& report);

struct RenderOptions {
  bool colour = false;
  bool links = false;
  int width = 80;
  bool wraps = false;  ///< Whether long sentences are broken at the width: on a terminal.
};

/// For people: excerpt, caret, notes, help; findings of one rule in one file are grouped with a
/// count; the summary is the last line.
std::string render_pretty(const Report& report, const RenderOptions& options);

/// `path:line:column: severity[rule]: message`, one line a finding.
std::string render_concise(const Report& report, const RenderOptions& options);

// The others are one document each, whatever the number of files, with the errors inside. None of
// them holds a character that its format forbids, whatever the texts hold.

/// The contract of `--format json`, `schema_version` 1. Ends with a line end.
std::string render_json(const Report& report, const RenderOptions& options = {});

/// SARIF 2.1.0: one run with rules, artifacts, fingerprints, fixes and suppressions. Columns count
/// code points.
std::string render_sarif(const Report& report, const RenderOptions& options = {});

/// JUnit's XML: one suite a file, one case a finding. A case fails where it fails the check.
std::string render_junit(const Report& report, const RenderOptions& options = {});

/// Workflow commands of GitHub Actions, the most severe first: it shows ten of each kind.
std::string render_github(const Report& report, const RenderOptions& options = {});

/// The code quality report of GitLab.
std::string render_gitlab(const Report& report, const RenderOptions& options = {});

/// Checkstyle's XML, which many editors and servers read.
std::string render_checkstyle(const Report& report, const RenderOptions& options = {});

/// One page that needs nothing beside it: findings by file with excerpts, searchable.
std::string render_html(const Report& report, const RenderOptions& options = {});

/// One diagnostic as people see it, without a summary: how errors reach stderr.
std::string render_diagnostic(const Diagnostic& diagnostic, const RenderOptions& options);

/// The same for an error in JSON mode: the envelope with an `errors` list.
std::string render_error_json(const Diagnostic& diagnostic);

}  // namespace tizza::report
