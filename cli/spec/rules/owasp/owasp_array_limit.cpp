#include "spec/rule.hpp"
#include "spec/rules/fields.hpp"
#include "spec/rules/http.hpp"

namespace tizza::spec {
namespace {

void check(const TypedNode& typed, RuleContext& context) {
  if (!has_type(typed.node, "array") || typed.node["maxItems"]) return;
  context.report(by_field(typed.node, "type"), "the array has no `maxItems`");
}

}  // namespace

extern const Rule kOwaspArrayLimit = {
    .id = "owasp-array-limit",
    .set = RuleSet::kTizzaOwasp,
    .severity = Severity::kWarn,
    .recommended = std::nullopt,
    .versions = kAllOas,
    .summary = "arrays have a largest size",
    .rationale = "API4:2023: a list without an end fills the memory of whoever reads it.",
    .bad =
        "definitions:\n"
        "  Toppings: {type: array, items: {type: string}}\n"
        "                   ^^^^^\n",
    .good =
        "definitions:\n"
        "  Toppings: {type: array, maxItems: 20, items: {type: string}}\n",
    .on = {NodeType::kSchema, NodeType::kParameter, NodeType::kItems},
    .check = check,
};

}  // namespace tizza::spec
