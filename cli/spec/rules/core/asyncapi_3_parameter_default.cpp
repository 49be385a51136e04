#include "spec/rule.hpp"
#include "spec/rules/asyncapi/server_variables.hpp"

namespace tizza::spec {
namespace {

void check(const TypedNode& typed, RuleContext& context) {
  check_default_in_enum(typed.node, context);
}

}  // namespace

extern const Rule kAsyncApi3ParameterDefault = {
    .id = "asyncapi-3-parameter-default",
    .set = RuleSet::kTizzaCore,
    .severity = Severity::kError,
    .recommended = Severity::kError,
    .versions = kAllAsyncApi3,
    .summary = "the default of a parameter is one of its values",
    .rationale = "A default outside of the enumeration is forbidden by it.",
    .bad =
        "channels:\n"
        "  baked:\n"
        "    address: pizza.{size}.baked\n"
        "    parameters:\n"
        "      size: {enum: [small, large], default: medium}\n"
        "                                            ^^^^^^\n",
    .good =
        "channels:\n"
        "  baked:\n"
        "    address: pizza.{size}.baked\n"
        "    parameters:\n"
        "      size: {enum: [small, large], default: small}\n",
    .on = NodeType::kParameter,
    .check = check,
};

}  // namespace tizza::spec
