#include "spec/diagnostics.hpp"

#include <algorithm>
#include <vector>

#include "spec/rule.hpp"
#include "text/pointer.hpp"

namespace tizza::spec {
namespace {

Location location(const Place& place) {
  if (!place.node) return {};
  return {place.node.document().source(), place.span};
}

}  // namespace

Diagnostic DiagnosticMaker::make(const Finding& finding) {
  Diagnostic diagnostic;
  diagnostic.rule = finding.rule->id;
  diagnostic.severity = finding.severity;
  diagnostic.message = finding.message;
  diagnostic.at = location(finding.at);
  diagnostic.pointer = pointer(finding.at.node);
  diagnostic.help = finding.help;
  diagnostic.url = finding.rule->url;
  diagnostic.fix = finding.fix;
  for (const auto& [place, message] : finding.notes) {
    diagnostic.notes.push_back({message, location(place), pointer(place.node)});
  }
  return diagnostic;
}

std::string DiagnosticMaker::pointer(Node node) {
  std::vector<std::string> tokens;
  for (Node holder = node.parent(); holder; holder = node.parent()) {
    tokens.push_back(token(holder, node));
    node = holder;
  }
  std::string text;
  for (auto part = tokens.rbegin(); part != tokens.rend(); ++part) {
    text.append("/").append(*part);
  }
  return text;
}

std::string DiagnosticMaker::token(Node holder, Node node) {
  const auto index = positions_.of(holder, node);
  if (!index) return {};
  if (holder.is_sequence()) return std::to_string(*index);
  return escape_pointer_token(holder.entry(*index).key.text());
}

}  // namespace tizza::spec
