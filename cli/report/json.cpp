#include "base/strings.hpp"
#include "base/version.hpp"
#include "report/places.hpp"
#include "report/report.hpp"
#include "text/writer.hpp"

/// The contract of `--format json`: keys and their order are fixed; `schema_version` rises when a
/// key changes its meaning.
namespace tizza::report {
namespace {

class JsonWriter {
 public:
  void open() {
    out_ += "{\"schema_version\":1,\"tool\":{\"name\":\"tizza\",\"version\":" +
            json_quote(tool_version()) + "}";
  }

  void documents(const Report& report) {
    StringMap<size_t> findings;
    for (const Diagnostic& finding : report.findings) ++findings[path_of(finding)];
    out_ += ",\"documents\":[";
    for (const CheckedDocument& document : report.documents) {
      separate();
      const auto found = findings.find(document.path);
      out_ += "{\"path\":" + json_quote(document.path) +
              ",\"format\":" + json_quote(document.format) +
              ",\"version\":" + json_quote(document.version) +
              ",\"findings\":" + std::to_string(found == findings.end() ? 0 : found->second) + "}";
    }
    out_ += "]";
  }

  void list(std::string_view name, const std::vector<Diagnostic>& diagnostics) {
    out_.append(",\"").append(name).append("\":[");
    for (const Diagnostic& diagnostic : diagnostics) {
      separate();
      write(diagnostic);
    }
    out_ += "]";
  }

  void summary(const Report& report) {
    const auto counts = count_by_severity(report);
    out_ += ",\"summary\":{";
    for (size_t i = 0; i < counts.size(); ++i) {
      if (i > 0) out_ += ",";
      out_.append("\"").append(to_string(static_cast<Severity>(i))).append("\":");
      out_ += std::to_string(counts[i]);
    }
    out_ += "}";
  }

  std::string close() { return std::move(out_) + "}\n"; }

 private:
  static const std::string& path_of(const Diagnostic& diagnostic) {
    return diagnostic.at ? diagnostic.at.source->path() : diagnostic.path;
  }

  void separate() {
    if (out_.back() != '[') out_ += ",";
  }

  void member(std::string_view name, std::string_view text) {
    out_.append(",\"").append(name).append("\":").append(json_quote(text));
  }

  void number(std::string_view name, uint32_t value) {
    out_.append(",\"").append(name).append("\":").append(std::to_string(value));
  }

  void write(const Diagnostic& diagnostic) {
    out_ += "{\"rule\":" + json_quote(diagnostic.rule);
    member("severity", to_string(diagnostic.severity));
    member("message", diagnostic.message);
    member("path", path_of(diagnostic));
    member("pointer", diagnostic.pointer);
    if (diagnostic.at) {
      const Source& source = *diagnostic.at.source;
      const Position begin = begins_.find(source, diagnostic.at.span.begin);
      const Position end = ends_.find(source, diagnostic.at.span.end);
      number("line", begin.line);
      number("column", begin.column);
      number("end_line", end.line);
      number("end_column", end.column);
    }
    if (!diagnostic.help.empty()) member("help", diagnostic.help);
    if (!diagnostic.url.empty()) member("url", diagnostic.url);
    out_ += ",\"related\":[";
    for (const Note& note : diagnostic.notes) {
      separate();
      write(note);
    }
    out_ += "]}";
  }

  void write(const Note& note) {
    out_ += "{\"path\":" + json_quote(note.at ? note.at.source->path() : std::string());
    member("pointer", note.pointer);
    if (note.at) {
      const Position begin = note.at.begin();
      number("line", begin.line);
      number("column", begin.column);
    }
    member("message", note.message);
    out_ += "}";
  }

  Places begins_;
  Places ends_;
  std::string out_;
};

}  // namespace

std::string render_json(const Report& report) {
  JsonWriter writer;
  writer.open();
  writer.documents(report);
  writer.list("findings", report.findings);
  writer.summary(report);
  if (!report.errors.empty()) writer.list("errors", report.errors);
  return writer.close();
}

std::string render_error_json(const Diagnostic& diagnostic) {
  JsonWriter writer;
  writer.open();
  writer.list("errors", {diagnostic});
  return writer.close();
}

}  // namespace tizza::report
