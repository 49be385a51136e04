#include "base/sha256.hpp"
#include "report/json_stream.hpp"
#include "report/places.hpp"
#include "report/report.hpp"

/// https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format
namespace tizza::report {
namespace {

std::string_view severity_name(Severity severity) {
  switch (severity) {
    case Severity::kError:
      return "major";
    case Severity::kWarn:
      return "minor";
    case Severity::kInfo:
    case Severity::kHint:
      return "info";
  }
  return "major";
}

/// GitLab shows what is new by comparing fingerprints: each needs one of its own.
std::string fingerprint_of(const Diagnostic& diagnostic) {
  if (!diagnostic.fingerprint.empty()) return diagnostic.fingerprint;
  return sha256(diagnostic.rule + '\n' + path_of(diagnostic) + '\n' + diagnostic.pointer + '\n' +
                diagnostic.message)
      .substr(0, 32);
}

void write(JsonStream& json, const Diagnostic& diagnostic, std::string_view severity,
           Regions& regions) {
  json.open('{');
  json.member("description", diagnostic.message);
  json.member("check_name", diagnostic.rule);
  json.member("fingerprint", fingerprint_of(diagnostic));
  json.member("severity", severity);
  json.open("location", '{');
  json.member("path", path_of(diagnostic));
  json.open("lines", '{');
  const Region region = diagnostic.at ? regions.find(diagnostic.at) : Region{};
  json.member("begin", region.begin.line);
  json.member("end", region.end.line);
  json.close();
  json.close();
  json.close();
}

}  // namespace

std::string render_gitlab(const Report& report, const RenderOptions&) {
  JsonStream json;
  Regions regions;
  json.open('[');
  for (const Diagnostic& error : report.errors) write(json, error, "blocker", regions);
  for (const Diagnostic& finding : report.findings) {
    write(json, finding, severity_name(finding.severity), regions);
  }
  json.close();
  return json.take() + "\n";
}

}  // namespace tizza::report
