#include <algorithm>

#include "base/strings.hpp"
#include "report/places.hpp"
#include "report/printable.hpp"
#include "report/report.hpp"

/// https://docs.github.com/actions/reference/workflow-commands-for-github-actions
namespace tizza::report {
namespace {

std::string_view command(Severity severity) {
  switch (severity) {
    case Severity::kError:
      return "error";
    case Severity::kWarn:
      return "warning";
    case Severity::kInfo:
    case Severity::kHint:
      return "notice";
  }
  return "error";
}

/// The message of a command: one line, whatever the text holds.
std::string one_line(std::string_view text) {
  std::string escaped = replace_all(text, "%", "%25");
  escaped = replace_all(replace_all(escaped, "\r", "%0D"), "\n", "%0A");
  return printable(escaped);
}

std::string property(std::string_view text) {
  return replace_all(replace_all(one_line(text), ":", "%3A"), ",", "%2C");
}

std::string line_of(const Diagnostic& diagnostic, Regions& regions) {
  std::vector<std::string> properties;
  const auto add = [&](std::string_view name, std::string_view value) {
    properties.push_back(std::string(name) + "=" + property(value));
  };
  if (!path_of(diagnostic).empty()) add("file", path_of(diagnostic));
  if (diagnostic.at) {
    const Region region = regions.find(diagnostic.at);
    add("line", std::to_string(region.begin.line));
    add("endLine", std::to_string(region.end.line));
    // Columns of several lines are refused.
    if (region.begin.line == region.end.line) {
      add("col", std::to_string(region.begin.column));
      add("endColumn", std::to_string(region.end.column));
    }
  }
  if (!diagnostic.rule.empty()) add("title", diagnostic.rule);
  std::string message = diagnostic.message;
  if (!diagnostic.help.empty()) message += "\nhelp: " + diagnostic.help;
  return "::" + std::string(command(diagnostic.severity)) + " " + join(properties, ",") +
         "::" + one_line(message) + "\n";
}

}  // namespace

std::string render_github(const Report& report, const RenderOptions&) {
  std::vector<const Diagnostic*> ordered;
  for (const Diagnostic& error : report.errors) ordered.push_back(&error);
  for (const Diagnostic& finding : report.findings) ordered.push_back(&finding);
  std::ranges::stable_sort(ordered, {}, &Diagnostic::severity);
  std::string out;
  Regions regions;
  for (const Diagnostic* diagnostic : ordered) out += line_of(*diagnostic, regions);
  return out;
}

}  // namespace tizza::report
