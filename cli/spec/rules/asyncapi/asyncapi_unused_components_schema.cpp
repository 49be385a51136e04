#include "spec/rule.hpp"
#include "spec/rules/asyncapi/unused_component.hpp"

namespace tizza::spec {
namespace {

void check(const TypedNode& typed, RuleContext& context) {
  check_unused_components(typed.node["schemas"], "schema", context);
}

}  // namespace

extern const Rule kAsyncApiUnusedComponentsSchema = {
    .id = "asyncapi-unused-components-schema",
    .set = RuleSet::kSpectralAsyncApi,
    .severity = Severity::kWarn,
    .recommended = Severity::kHint,
    .versions = kAllAsyncApi,
    .summary = "every schema of the components is used",
    .rationale = "What nobody refers to is either forgotten or was meant to be used somewhere.",
    .bad =
        "components:\n"
        "  schemas:\n"
        "    Pizza: {type: object}\n"
        "    ^^^^^\n",
    .good =
        "channels:\n"
        "  pizza.baked.1:\n"
        "    subscribe: {message: {payload: {$ref: '#/components/schemas/Pizza'}}}\n"
        "components:\n"
        "  schemas:\n"
        "    Pizza: {type: object}\n",
    .on = NodeType::kComponents,
    .check = check,
};

}  // namespace tizza::spec
