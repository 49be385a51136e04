#include "spec/rule.hpp"

namespace tizza::spec {
namespace {

void check(const TypedNode& typed, RuleContext& context) {
  const auto type = typed.node.find("type");
  if (!type || type->value.text() != "array" || typed.node.find("items")) return;
  context.report(type->value, "a schema of type `array` needs `items`");
}

}  // namespace

extern const Rule kArrayItems = {
    .id = "array-items",
    .set = RuleSet::kSpectralOas,
    .severity = Severity::kError,
    .recommended = Severity::kError,
    .versions = kAllSwagger,
    .summary = "schemas of type `array` say what their items are",
    .rationale =
        "The specification asks for `items` wherever the type is `array`; code generators "
        "stop without it.",
    .bad =
        "toppings:\n"
        "  type: array\n",
    .good =
        "toppings:\n"
        "  type: array\n"
        "  items: {type: string}\n",
    .on = NodeType::kSchema,
    .check = check,
};

}  // namespace tizza::spec
