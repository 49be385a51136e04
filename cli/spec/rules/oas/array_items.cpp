#include "spec/rule.hpp"
#include "spec/rules/fields.hpp"

namespace tizza::spec {
namespace {

bool says_array(Node type) {
  if (type.is_scalar()) return type.text() == "array";
  for (const Node one : type.items()) {
    if (one.text() == "array") return true;
  }
  return false;
}

void check(const TypedNode& typed, RuleContext& context) {
  const Node type = typed.node["type"];
  if (!says_array(type)) return;
  // JSON Schema 2020-12, 10.3.1: `items: false` is a schema, and says what follows `prefixItems`.
  const bool is_2020 =
      context.api.version() == Version::kOpenApi31 || context.api.version() == Version::kOpenApi32;
  if (is_2020 && (typed.node["items"] || typed.node["prefixItems"])) return;
  const auto place = lacking(typed.node, "items", Place(typed.node, type.span()));
  if (place) context.report(*place, "a schema of type `array` needs `items`");
}

}  // namespace

extern const Rule kArrayItems = {
    .id = "array-items",
    .set = RuleSet::kSpectralOas,
    .severity = Severity::kError,
    .recommended = Severity::kWarn,
    .versions = kAllOas,
    .summary = "schemas of type `array` say what their items are",
    .rationale =
        "The specification asks for `items` wherever the type is `array`; code generators "
        "stop without it.",
    .bad =
        "toppings:\n"
        "  type: array\n"
        "        ^^^^^\n",
    .good =
        "toppings:\n"
        "  type: array\n"
        "  items: {type: string}\n",
    .on = {NodeType::kSchema, NodeType::kParameter, NodeType::kItems, NodeType::kHeader},
    .check = check,
};

}  // namespace tizza::spec
