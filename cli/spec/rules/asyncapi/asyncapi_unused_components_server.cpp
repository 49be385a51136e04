#include "spec/rule.hpp"
#include "spec/rules/asyncapi/unused_component.hpp"

namespace tizza::spec {
namespace {

void check(const TypedNode& typed, RuleContext& context) {
  check_unused_components(typed.node["servers"], "server", context);
}

}  // namespace

extern const Rule kAsyncApiUnusedComponentsServer = {
    .id = "asyncapi-unused-components-server",
    .set = RuleSet::kSpectralAsyncApi,
    .severity = Severity::kWarn,
    .recommended = Severity::kHint,
    .versions = kAllAsyncApi,
    .summary = "every server of the components is used",
    .rationale = "What nobody refers to is either forgotten or was meant to be used somewhere.",
    .bad =
        "components:\n"
        "  servers:\n"
        "    production: {url: broker.tizza.com, protocol: amqp}\n"
        "    ^^^^^^^^^^\n",
    .good =
        "servers:\n"
        "  main: {$ref: '#/components/servers/production'}\n"
        "components:\n"
        "  servers:\n"
        "    production: {url: broker.tizza.com, protocol: amqp}\n",
    .on = NodeType::kComponents,
    .check = check,
};

}  // namespace tizza::spec
