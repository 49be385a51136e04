#include "spec/rule.hpp"
#include "spec/rules/fields.hpp"
#include "spec/rules/http.hpp"

namespace tizza::spec {
namespace {

void check(const TypedNode& typed, RuleContext& context) {
  if (!has_type(typed.node, "string")) return;
  for (const std::string_view bound : {"maxLength", "enum", "const"}) {
    if (typed.node[bound]) return;
  }
  context.report(by_field(typed.node, "type"), "the string has no `maxLength`");
}

}  // namespace

extern const Rule kOwaspStringLimit = {
    .id = "owasp-string-limit",
    .set = RuleSet::kTizzaOwasp,
    .severity = Severity::kWarn,
    .recommended = std::nullopt,
    .versions = kAllOas,
    .summary = "strings have a largest size",
    .rationale = "API4:2023: a text without an end fills the memory of whoever reads it.",
    .bad =
        "definitions:\n"
        "  Title: {type: string}\n"
        "                ^^^^^^\n",
    .good =
        "definitions:\n"
        "  Title: {type: string, maxLength: 100}\n",
    .on = {NodeType::kSchema, NodeType::kParameter, NodeType::kItems},
    .check = check,
};

}  // namespace tizza::spec
