#include "report/places.hpp"
#include "report/printable.hpp"
#include "report/report.hpp"
#include "report/style.hpp"
#include "report/summary.hpp"

namespace tizza::report {

std::string render_concise(const Report& report, const RenderOptions& options) {
  std::string out;
  Places places;
  for (const Diagnostic& finding : report.findings) {
    if (finding.at) {
      const Position begin = places.find(*finding.at.source, finding.at.span.begin);
      out += printable_line(finding.at.source->path()) + ":" + std::to_string(begin.line) + ":" +
             std::to_string(begin.column) + ": ";
    } else if (!finding.path.empty()) {
      out += printable_line(finding.path) + ": ";
    }
    std::string title(to_string(finding.severity));
    if (!finding.rule.empty()) title += "[" + printable(finding.rule) + "]";
    out += styled(title + ":", style_of(finding.severity), options.colour) + ' ';
    out += printable_line(finding.message) + '\n';
  }
  return out + summary_line(report, options.colour) + '\n';
}

}  // namespace tizza::report
