#include "spec/rule.hpp"
#include "spec/wording.hpp"

namespace tizza::spec {
namespace {

void check(const TypedNode&, RuleContext& context) {
  for (const Reference& reference : context.api.references()) {
    if (node_type(*reference.type) != NodeType::kPathItem || reference.holder.size() < 2) continue;
    const Node target = context.api.target(reference.holder);
    for (const auto& [key, value] : reference.holder.entries()) {
      const auto other = target.find(key.text());
      if (key.text() == "$ref" || !other) continue;
      context.report(key, "{} is here and in the path item that `$ref` names", quoted(key.text()))
          .note(other->key, "there");
    }
  }
}

}  // namespace

extern const Rule kPathItemRefSiblings = {
    .id = "path-item-ref-siblings",
    .set = RuleSet::kTizzaCore,
    .severity = Severity::kWarn,
    .recommended = Severity::kWarn,
    .versions = kAllOas,
    .summary = "a path item does not say again what the one says that it refers to",
    .rationale = "Where a field is in both, the specification leaves open which one counts.",
    .bad =
        "paths:\n"
        "  /pizzas:\n"
        "    get: {responses: {200: {description: all}}}\n"
        "  /menu:\n"
        "    $ref: '#/paths/~1pizzas'\n"
        "    get: {responses: {200: {description: all}}}\n"
        "    ^^^\n",
    .good =
        "paths:\n"
        "  /pizzas:\n"
        "    get: {responses: {200: {description: all}}}\n"
        "  /menu:\n"
        "    $ref: '#/paths/~1pizzas'\n",
    .on = NodeType::kRoot,
    .check = check,
};

}  // namespace tizza::spec
