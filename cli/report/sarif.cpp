#include "base/strings.hpp"
#include "base/uri.hpp"
#include "base/version.hpp"
#include "report/json_stream.hpp"
#include "report/places.hpp"
#include "report/report.hpp"

/// Static Analysis Results Interchange Format 2.1.0 (OASIS). Numbers in comments are its sections.
namespace tizza::report {
namespace {

std::string_view level(Severity severity) {
  switch (severity) {
    case Severity::kError:
      return "error";
    case Severity::kWarn:
      return "warning";
    case Severity::kInfo:
    case Severity::kHint:
      return "note";
  }
  return "error";
}

/// A code block of Markdown; the examples hold no fence of their own.
std::string fenced(std::string_view title, const std::string& example) {
  if (example.empty()) return {};
  return "\n\n" + std::string(title) + "\n\n```yaml\n" + example +
         (example.ends_with('\n') ? "" : "\n") + "```";
}

class SarifWriter {
 public:
  explicit SarifWriter(const Report& report) : report_(report) {
    for (const CheckedDocument& document : report.documents) add_file(document.path);
    targets_ = files_.size();
    for (const Diagnostic& finding : report.findings) add_file(path_of(finding));
    for (const Suppressed& suppressed : report.suppressed) add_file(path_of(suppressed.finding));
    for (size_t i = 0; i < report.rules.size(); ++i) rule_index_.emplace(report.rules[i].id, i);
  }

  std::string write() {
    json_.open('{');
    json_.member("$schema", "https://json.schemastore.org/sarif-2.1.0.json");
    json_.member("version", "2.1.0");
    json_.open("runs", '[');
    json_.open('{');
    tool();
    json_.member("columnKind", "unicodeCodePoints");
    invocation();
    artifacts();
    json_.open("results", '[');
    for (const Diagnostic& finding : report_.findings) result(finding, nullptr);
    for (const Suppressed& known : report_.suppressed) result(known.finding, &known.reason);
    json_.close();
    for (int i = 0; i < 3; ++i) json_.close();
    return json_.take() + "\n";
  }

 private:
  void add_file(const std::string& path) {
    if (!path.empty() && file_index_.emplace(path, files_.size()).second) files_.push_back(path);
  }

  void message(std::string_view key, std::string_view text) {
    json_.open(key, '{');
    json_.member("text", text);
    json_.close();
  }

  void tool() {
    json_.open("tool", '{');
    json_.open("driver", '{');
    json_.member("name", "tizza");
    json_.member("version", tool_version());
    json_.open("rules", '[');
    for (const RuleInfo& info : report_.rules) rule(info);
    for (int i = 0; i < 3; ++i) json_.close();
  }

  void rule(const RuleInfo& info) {  // 3.49
    json_.open('{');
    json_.member("id", info.id);
    if (!info.summary.empty()) message("shortDescription", info.summary);
    if (!info.rationale.empty()) {
      message("fullDescription", info.rationale);
      json_.open("help", '{');
      json_.member("text", info.rationale);
      json_.member("markdown",
                   info.rationale + fenced("Bad:", info.bad) + fenced("Good:", info.good));
      json_.close();
    }
    json_.open("defaultConfiguration", '{');
    json_.member("level", level(info.severity));
    json_.close();
    json_.close();
  }

  void invocation() {  // 3.20
    json_.open("invocations", '[');
    json_.open('{');
    json_.member("executionSuccessful", report_.errors.empty());
    if (!report_.errors.empty()) {
      json_.open("toolExecutionNotifications", '[');
      for (const Diagnostic& error : report_.errors) notification(error);
      json_.close();
    }
    json_.close();
    json_.close();
  }

  void notification(const Diagnostic& error) {  // 3.58
    json_.open('{');
    json_.member("level", "error");
    std::string text = error.message;
    if (!error.help.empty()) text += ": " + error.help;
    message("message", text);
    json_.open("descriptor", '{');
    json_.member("id", error.rule.empty() ? std::string("error") : error.rule);
    json_.close();
    if (!path_of(error).empty()) locations(error);
    json_.close();
  }

  void artifacts() {  // 3.24
    json_.open("artifacts", '[');
    for (size_t i = 0; i < files_.size(); ++i) {
      json_.open('{');
      json_.open("location", '{');
      json_.member("uri", path_to_uri(files_[i]));
      json_.close();
      if (i < targets_) {
        json_.open("roles", '[');
        json_.text("analysisTarget");
        json_.close();
      }
      json_.close();
    }
    json_.close();
  }

  void artifact_location(const std::string& path) {
    json_.open("artifactLocation", '{');
    json_.member("uri", path_to_uri(path));
    if (const auto index = file_index_.find(path); index != file_index_.end()) {
      json_.member("index", index->second);
    }
    json_.close();
  }

  void region(std::string_view key, const Region& region) {  // 3.30: the end is exclusive
    json_.open(key, '{');
    json_.member("startLine", region.begin.line);
    json_.member("startColumn", region.begin.column);
    json_.member("endLine", region.end.line);
    json_.member("endColumn", region.end.column);
    json_.close();
  }

  void location(const Location& at, const std::string& path, const std::string& pointer,
                Regions& regions) {
    if (!path.empty()) {
      json_.open("physicalLocation", '{');
      artifact_location(path);
      if (at) region("region", regions.find(at));
      json_.close();
    }
    if (pointer.empty()) return;
    json_.open("logicalLocations", '[');
    json_.open('{');
    json_.member("fullyQualifiedName", pointer);
    json_.close();
    json_.close();
  }

  void locations(const Diagnostic& diagnostic) {
    json_.open("locations", '[');
    json_.open('{');
    location(diagnostic.at, path_of(diagnostic), diagnostic.pointer, regions_);
    json_.close();
    json_.close();
  }

  void result(const Diagnostic& finding, const std::string* reason) {  // 3.27
    json_.open('{');
    json_.member("ruleId", finding.rule);
    if (const auto index = rule_index_.find(finding.rule); index != rule_index_.end()) {
      json_.member("ruleIndex", index->second);
    }
    json_.member("level", level(finding.severity));
    std::string text = finding.message;
    if (!finding.help.empty()) text += "; " + finding.help;
    message("message", text);
    locations(finding);
    if (!finding.notes.empty()) related(finding.notes);
    if (!finding.fingerprint.empty()) {
      json_.open("partialFingerprints", '{');
      json_.member("tizza/v1", finding.fingerprint);
      json_.close();
    }
    if (!finding.fix.empty()) fixes(finding);
    if (reason) suppression(*reason);
    json_.close();
  }

  void related(const std::vector<Note>& notes) {
    json_.open("relatedLocations", '[');
    for (size_t i = 0; i < notes.size(); ++i) {
      const Note& note = notes[i];
      json_.open('{');
      json_.member("id", i + 1);
      location(note.at, note.at ? note.at.source->path() : std::string(), note.pointer,
               note_regions_);
      message("message", note.message);
      json_.close();
    }
    json_.close();
  }

  void fixes(const Diagnostic& finding) {  // 3.55 to 3.57
    json_.open("fixes", '[');
    json_.open('{');
    const RuleInfo* rule = rule_of(report_, finding);
    if (rule && !rule->fix.empty()) message("description", rule->fix);
    json_.open("artifactChanges", '[');
    json_.open('{');
    artifact_location(path_of(finding));
    json_.open("replacements", '[');
    for (const Edit& edit : finding.fix) {
      json_.open('{');
      region("deletedRegion", fix_regions_.find({finding.at.source, edit.span}));
      if (!edit.replacement.empty()) message("insertedContent", edit.replacement);
      json_.close();
    }
    for (int i = 0; i < 5; ++i) json_.close();
  }

  void suppression(const std::string& reason) {  // 3.35
    json_.open("suppressions", '[');
    json_.open('{');
    json_.member("kind", "external");
    if (!reason.empty()) json_.member("justification", reason);
    json_.close();
    json_.close();
  }

  const Report& report_;
  std::vector<std::string> files_;
  size_t targets_ = 0;  ///< So many of the files were asked for; others only referred to.
  StringMap<size_t> file_index_;
  StringMap<size_t> rule_index_;
  Regions regions_;
  Regions note_regions_;
  Regions fix_regions_;
  JsonStream json_;
};

}  // namespace

std::string render_sarif(const Report& report, const RenderOptions&) {
  return SarifWriter(report).write();
}

}  // namespace tizza::report
