#include "base/strings.hpp"
#include "base/version.hpp"
#include "report/json_stream.hpp"
#include "report/places.hpp"
#include "report/report.hpp"

/// The contract of `--format json`: keys and their order are fixed; `schema_version` rises when a
/// key changes its meaning. registry-schema/report.schema.json says the same.
namespace tizza::report {
namespace {

class JsonReport {
 public:
  JsonReport() {
    json_.open('{');
    json_.member("schema_version", 1u);
    json_.open("tool", '{');
    json_.member("name", "tizza");
    json_.member("version", tool_version());
    json_.close();
  }

  void documents(const Report& report) {
    StringMap<size_t> findings;
    for (const Diagnostic& finding : report.findings) ++findings[path_of(finding)];
    json_.open("documents", '[');
    for (const CheckedDocument& document : report.documents) {
      const auto found = findings.find(document.path);
      json_.open('{');
      json_.member("path", document.path);
      json_.member("format", document.format);
      json_.member("version", document.version);
      json_.member("findings", found == findings.end() ? size_t{0} : found->second);
      json_.close();
    }
    json_.close();
  }

  void list(std::string_view name, const std::vector<Diagnostic>& diagnostics) {
    json_.open(name, '[');
    for (const Diagnostic& diagnostic : diagnostics) write(diagnostic);
    json_.close();
  }

  void summary(const Report& report) {
    const auto counts = count_by_severity(report);
    json_.open("summary", '{');
    for (size_t i = 0; i < counts.size(); ++i) {
      json_.member(to_string(static_cast<Severity>(i)), counts[i]);
    }
    if (!report.suppressed.empty()) json_.member("known", report.suppressed.size());
    json_.close();
  }

  std::string take() {
    json_.close();
    return json_.take() + "\n";
  }

 private:
  void write(const Diagnostic& diagnostic) {
    json_.open('{');
    json_.member("rule", diagnostic.rule);
    json_.member("severity", to_string(diagnostic.severity));
    json_.member("message", diagnostic.message);
    json_.member("path", path_of(diagnostic));
    json_.member("pointer", diagnostic.pointer);
    if (diagnostic.at) {
      const Region region = regions_.find(diagnostic.at);
      place(region.begin);
      json_.member("end_line", region.end.line);
      json_.member("end_column", region.end.column);
    }
    if (!diagnostic.help.empty()) json_.member("help", diagnostic.help);
    if (!diagnostic.url.empty()) json_.member("url", diagnostic.url);
    json_.open("related", '[');
    for (const Note& note : diagnostic.notes) write(note);
    json_.close();
    json_.close();
  }

  void write(const Note& note) {
    json_.open('{');
    json_.member("path", note.at ? note.at.source->path() : std::string());
    json_.member("pointer", note.pointer);
    if (note.at) place(note.at.begin());
    json_.member("message", note.message);
    json_.close();
  }

  void place(Position position) {
    json_.member("line", position.line);
    json_.member("column", position.column);
  }

  Regions regions_;
  JsonStream json_;
};

}  // namespace

std::string render_json(const Report& report, const RenderOptions&) {
  JsonReport json;
  json.documents(report);
  json.list("findings", report.findings);
  json.summary(report);
  if (!report.errors.empty()) json.list("errors", report.errors);
  return json.take();
}

std::string render_error_json(const Diagnostic& diagnostic) {
  JsonReport json;
  json.list("errors", {diagnostic});
  return json.take();
}

}  // namespace tizza::report
