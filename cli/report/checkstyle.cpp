#include "report/by_file.hpp"
#include "report/markup.hpp"
#include "report/places.hpp"
#include "report/report.hpp"

namespace tizza::report {
namespace {

std::string_view severity_name(Severity severity) {
  switch (severity) {
    case Severity::kError:
      return "error";
    case Severity::kWarn:
      return "warning";
    case Severity::kInfo:
    case Severity::kHint:
      return "info";
  }
  return "error";
}

void write(std::string& out, const Diagnostic& diagnostic, Regions& regions) {
  out += "    <error";
  if (diagnostic.at) {
    const Position begin = regions.find(diagnostic.at).begin;
    out += " line=\"" + std::to_string(begin.line) + "\" column=\"" + std::to_string(begin.column) +
           "\"";
  }
  out.append(" severity=\"").append(severity_name(diagnostic.severity));
  out += "\" message=\"" + markup_text(diagnostic.message) + "\" source=\"tizza." +
         markup_text(diagnostic.rule) + "\"/>\n";
}

}  // namespace

std::string render_checkstyle(const Report& report, const RenderOptions&) {
  std::string out = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<checkstyle version=\"4.3\">\n";
  Regions regions;
  for (const FileFindings& file : by_file(report)) {
    out += "  <file name=\"" + markup_text(file.path) + "\">\n";
    for (const Diagnostic* error : file.errors) write(out, *error, regions);
    for (const Diagnostic* finding : file.findings) write(out, *finding, regions);
    out += "  </file>\n";
  }
  return out + "</checkstyle>\n";
}

}  // namespace tizza::report
