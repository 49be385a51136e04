#include "spec/rule.hpp"
#include "spec/rules/asyncapi/presence.hpp"

namespace tizza::spec {
namespace {

void check(const TypedNode& typed, RuleContext& context) {
  check_filled_list(typed.node, context.api.label(typed), "tags", "the info object", context);
}

}  // namespace

extern const Rule kAsyncApi3Tags = {
    .id = "asyncapi-3-tags",
    .set = RuleSet::kSpectralAsyncApi,
    .severity = Severity::kWarn,
    .recommended = std::nullopt,
    .versions = kAllAsyncApi3,
    .summary = "the info object has tags",
    .rationale = "Tags group descriptions in a catalogue of many.",
    .bad =
        "info: {title: culinary-service, version: 1.0.0}\n"
        "^^^^\n",
    .good =
        "info:\n"
        "  title: culinary-service\n"
        "  version: 1.0.0\n"
        "  tags: [{name: pizza}]\n",
    .on = NodeType::kInfo,
    .check = check,
};

}  // namespace tizza::spec
