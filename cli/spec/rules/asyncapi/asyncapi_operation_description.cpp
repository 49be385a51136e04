#include "spec/rule.hpp"
#include "spec/rules/asyncapi/presence.hpp"

namespace tizza::spec {
namespace {

void check(const TypedNode&, RuleContext& context) {
  for (const OperationUse& use : context.facts.operations()) {
    check_presence(use.operation, use.verb, "description", "operation", context);
  }
}

}  // namespace

extern const Rule kAsyncApiOperationDescription = {
    .id = "asyncapi-operation-description",
    .set = RuleSet::kSpectralAsyncApi,
    .severity = Severity::kWarn,
    .recommended = std::nullopt,
    .versions = kAllAsyncApi2,
    .summary = "every operation has a description",
    .rationale =
        "A name says what is sent; when and why it is sent is what the reader does not "
        "know.",
    .bad =
        "channels:\n"
        "  pizza.baked.1:\n"
        "    subscribe: {message: {payload: {type: object}}}\n"
        "    ^^^^^^^^^\n",
    .good =
        "channels:\n"
        "  pizza.baked.1:\n"
        "    subscribe:\n"
        "      description: sent when a pizza leaves the oven\n"
        "      message: {payload: {type: object}}\n",
    .on = NodeType::kRoot,
    .check = check,
};

}  // namespace tizza::spec
