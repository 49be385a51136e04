#include "spec/rule.hpp"
#include "spec/rules/asyncapi/presence.hpp"

namespace tizza::spec {
namespace {

void check(const TypedNode& typed, RuleContext& context) {
  check_presence(typed.node, context.api.label(typed), "description", "the info object", context);
}

}  // namespace

extern const Rule kAsyncApiInfoDescription = {
    .id = "asyncapi-info-description",
    .set = RuleSet::kSpectralAsyncApi,
    .severity = Severity::kWarn,
    .recommended = std::nullopt,
    .versions = kAllAsyncApi,
    .summary = "the info object has a description",
    .rationale = "The first thing that a reader wants to know is what the service is for.",
    .bad =
        "info: {title: culinary-service, version: 1.0.0}\n"
        "^^^^\n",
    .good =
        "info:\n"
        "  title: culinary-service\n"
        "  version: 1.0.0\n"
        "  description: what becomes of pizzas\n",
    .on = NodeType::kInfo,
    .check = check,
};

}  // namespace tizza::spec
