#include <utility>

#include "spec/rule.hpp"

namespace tizza::spec {
namespace {

void check(const TypedNode& typed, RuleContext& context) {
  for (const auto& [closed, open] :
       {std::pair("minimum", "exclusiveMinimum"), std::pair("maximum", "exclusiveMaximum")}) {
    const auto one = typed.node.find(closed);
    const auto other = typed.node.find(open);
    if (!one || !other || !other->value.is_number()) continue;
    context.report(other->key, "`{}` and `{}` bound the same end", open, closed)
        .note(one->key, "the other one");
  }
}

}  // namespace

extern const Rule kNoMixedNumberRange = {
    .id = "no-mixed-number-range",
    .set = RuleSet::kTizzaCore,
    .severity = Severity::kInfo,
    .recommended = std::nullopt,
    .versions = Versions::range(Version::kOpenApi31, Version::kOpenApi32),
    .summary = "a bound is given once, with its value or without it",
    .rationale =
        "With `maximum` and `exclusiveMaximum` side by side only the tighter one counts, and "
        "readers take the other.",
    .bad =
        "components:\n"
        "  schemas:\n"
        "    Price: {type: number, maximum: 100, exclusiveMaximum: 50}\n",
    .good =
        "components:\n"
        "  schemas:\n"
        "    Price: {type: number, exclusiveMaximum: 50}\n",
    .on = NodeType::kSchema,
    .check = check,
};

}  // namespace tizza::spec
