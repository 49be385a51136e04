#include "spec/rule.hpp"
#include "spec/rules/asyncapi/presence.hpp"

namespace tizza::spec {
namespace {

void check(const TypedNode& typed, RuleContext& context) {
  check_presence(typed.node, context.api.label(typed), "description", "parameter", context);
}

}  // namespace

extern const Rule kAsyncApiParameterDescription = {
    .id = "asyncapi-parameter-description",
    .set = RuleSet::kSpectralAsyncApi,
    .severity = Severity::kWarn,
    .is_opt_in = true,
    .recommended = std::nullopt,
    .versions = kAllAsyncApi,
    .summary = "every parameter has a description",
    .rationale = "What may stand in the braces is rarely told by the name alone.",
    .bad =
        "channels:\n"
        "  pizza.{size}.baked:\n"
        "    parameters:\n"
        "      size: {}\n"
        "      ^^^^\n",
    .good =
        "channels:\n"
        "  pizza.{size}.baked:\n"
        "    parameters:\n"
        "      size: {description: in centimetres}\n",
    .on = NodeType::kParameter,
    .check = check,
};

}  // namespace tizza::spec
