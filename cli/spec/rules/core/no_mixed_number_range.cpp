#include <utility>

#include "spec/rule.hpp"
#include "text/edits.hpp"

namespace tizza::spec {
namespace {

constexpr std::string_view kMaximum = "maximum";

void check(const TypedNode& typed, RuleContext& context) {
  for (const auto& [closed, open] :
       {std::pair<std::string_view, std::string_view>("minimum", "exclusiveMinimum"),
        {kMaximum, "exclusiveMaximum"}}) {
    const auto one = typed.node.find(closed);
    const auto other = typed.node.find(open);
    if (!one || !other || !other->value.is_number()) continue;
    auto finding = context.report(other->key, "`{}` and `{}` bound the same end", open, closed);
    finding.note(one->key, "the other one");
    const auto with = one->value.as_double();
    const auto without = other->value.as_double();
    if (!finding || !with || !without) continue;
    const bool is_without_wider = closed == kMaximum ? *without > *with : *without < *with;
    finding.fix(remove_entry(typed.node, is_without_wider ? open : closed));
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
        "    Price: {type: number, maximum: 100, exclusiveMaximum: 50}\n"
        "                                        ^^^^^^^^^^^^^^^^\n",
    .good =
        "components:\n"
        "  schemas:\n"
        "    Price: {type: number, exclusiveMaximum: 50}\n",
    .fix = "take the wider one away",
    .on = NodeType::kSchema,
    .check = check,
};

}  // namespace tizza::spec
