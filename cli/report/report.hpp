#pragma once
#include <array>
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

/// The outcome of a check: what every renderer gets.
struct Report {
  std::vector<CheckedDocument> documents;
  std::vector<Diagnostic> findings;  ///< In the order in which they are shown.
  std::vector<Diagnostic> errors;    ///< What could not be checked at all.
  /// Further findings that were counted but not kept, by severity, `kError` first.
  std::array<size_t, 4> hidden = {};
};

/// How many findings there are of each severity, hidden ones included.
std::array<size_t, 4> count_by_severity(const Report& report);

struct RenderOptions {
  bool colour = false;
  bool links = false;
  int width = 80;
};

/// For people: excerpt, caret, notes, help; findings of one rule in one file are grouped with a
/// count; the summary is the last line.
std::string render_pretty(const Report& report, const RenderOptions& options);

/// `path:line:column: severity[rule]: message`, one line a finding.
std::string render_concise(const Report& report, const RenderOptions& options);

/// The contract of `--format json`, `schema_version` 1. Ends with a line end.
std::string render_json(const Report& report);

/// One diagnostic as people see it, without a summary: how errors reach stderr.
std::string render_diagnostic(const Diagnostic& diagnostic, const RenderOptions& options);

/// The same for an error in JSON mode: the envelope with an `errors` list.
std::string render_error_json(const Diagnostic& diagnostic);

}  // namespace tizza::report
