#include "spec/rule.hpp"
#include "spec/rules/asyncapi/traits.hpp"
#include "spec/wording.hpp"

namespace tizza::spec {
namespace {

void check(const TypedNode&, RuleContext& context) {
  for (const OperationUse& use : context.facts.operations()) {
    if (effective(context.api, use.operation, "operationId")) continue;
    context.report(use.verb, "`{}` of {} has no operationId", use.verb.text(),
                   quoted(use.address.text()));
  }
}

}  // namespace

extern const Rule kAsyncApiOperationOperationId = {
    .id = "asyncapi-operation-operationId",
    .set = RuleSet::kSpectralAsyncApi,
    .severity = Severity::kError,
    .recommended = std::nullopt,
    .versions = kAllAsyncApi2,
    .summary = "every operation has an operationId",
    .rationale =
        "Contracts and generated code refer to operations by it. It is off by "
        "default, as the specification leaves it free.",
    .bad =
        "channels:\n"
        "  pizza.deleted:\n"
        "    publish: {message: {payload: {type: object}}}\n"
        "    ^^^^^^^\n",
    .good =
        "channels:\n"
        "  pizza.deleted:\n"
        "    publish:\n"
        "      operationId: pizzaDeleted\n"
        "      message: {payload: {type: object}}\n",
    .on = NodeType::kRoot,
    .check = check,
};

}  // namespace tizza::spec
