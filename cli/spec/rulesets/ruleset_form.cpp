#include "spec/rulesets/ruleset_form.hpp"

#include <map>

#include "schema/builtin.hpp"
#include "spec/rulesets/ruleset_file.hpp"

namespace tizza::spec::rulesets {
namespace {

/// `info-contact: {severity: hint}`: a severity that is written like a definition.
void find_mere_severities(Node rules, std::map<std::string, Diagnostic>& found) {
  for (const auto& [key, value] : rules.entries()) {
    const Node severity = value["severity"];
    if (!severity.is_scalar() || value["given"] || value["then"]) continue;
    const std::string id(key.text());
    found.emplace(
        value.pointer(),
        ruleset_problem(key.location(), "`" + id + "` checks nothing: it has a severity alone",
                        "write `" + id + ": " + std::string(severity.text()) +
                            "` to change the severity of a rule that is there"));
  }
}

}  // namespace

std::set<std::string> check_form(const Document& document, Sink& sink) {
  std::map<std::string, Diagnostic> severities;
  find_mere_severities(document.root()["rules"], severities);
  for (const Node one : document.root()["overrides"].items()) {
    find_mere_severities(one["rules"], severities);
  }
  Findings findings;
  schema::check(document, "ruleset", findings);
  std::set<std::string> broken;
  for (Diagnostic& finding : findings.take()) {
    broken.insert(finding.pointer);
    if (severities.count(finding.pointer) == 0) sink.report(std::move(finding));
  }
  for (auto& [pointer, problem] : severities) {
    broken.insert(pointer);
    sink.report(std::move(problem));
  }
  return broken;
}

}  // namespace tizza::spec::rulesets
