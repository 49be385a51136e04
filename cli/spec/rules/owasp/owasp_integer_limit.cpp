#include "spec/rule.hpp"
#include "spec/rules/fields.hpp"
#include "spec/rules/http.hpp"

namespace tizza::spec {
namespace {

bool has_one(Node schema, std::string_view closed, std::string_view open) {
  return schema[closed] || schema[open].is_number() || schema["enum"] || schema["const"];
}

void check(const TypedNode& typed, RuleContext& context) {
  if (!has_type(typed.node, "integer")) return;
  if (has_one(typed.node, "minimum", "exclusiveMinimum") &&
      has_one(typed.node, "maximum", "exclusiveMaximum"))
    return;
  context.report(by_field(typed.node, "type"), "the integer has no `minimum` and `maximum`");
}

}  // namespace

extern const Rule kOwaspIntegerLimit = {
    .id = "owasp-integer-limit",
    .set = RuleSet::kTizzaOwasp,
    .severity = Severity::kWarn,
    .recommended = std::nullopt,
    .versions = kAllOas,
    .summary = "integers have bounds",
    .rationale = "API4:2023: a page size of two billion is valid where nothing forbids it.",
    .bad =
        "definitions:\n"
        "  Slices: {type: integer}\n"
        "                 ^^^^^^^\n",
    .good =
        "definitions:\n"
        "  Slices: {type: integer, minimum: 1, maximum: 16}\n",
    .on = {NodeType::kSchema, NodeType::kParameter, NodeType::kItems},
    .check = check,
};

}  // namespace tizza::spec
