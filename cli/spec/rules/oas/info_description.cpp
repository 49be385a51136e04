#include "spec/rule.hpp"
#include "spec/rules/fields.hpp"

namespace tizza::spec {
namespace {

void check(const TypedNode& typed, RuleContext& context) {
  const auto info = typed.node.find("info");
  const Place holder = info ? Place(info->key) : head_of(typed.node);
  const auto place = lacking(info ? info->value : Node(), "description", holder);
  if (place) context.report(*place, "`info` has no description");
}

}  // namespace

extern const Rule kInfoDescription = {
    .id = "info-description",
    .set = RuleSet::kSpectralOas,
    .severity = Severity::kWarn,
    .recommended = std::nullopt,
    .versions = kAllOas,
    .summary = "`info` describes the API",
    .rationale =
        "The first sentence a reader looks for says what the API is for; a title alone does "
        "not.",
    .bad =
        "info:\n"
        "^^^^\n"
        "  title: culinary-service\n"
        "  version: 0.0.1\n",
    .good =
        "info:\n"
        "  title: culinary-service\n"
        "  version: 0.0.1\n"
        "  description: The pizzas and what is known of them\n",
    .on = NodeType::kRoot,
    .check = check,
};

}  // namespace tizza::spec
