#include "spec/rule.hpp"
#include "spec/rules/asyncapi/security_requirement.hpp"

namespace tizza::spec {
namespace {

void check(const TypedNode& typed, RuleContext& context) {
  check_security_schemes(typed.node["security"], context);
}

}  // namespace

extern const Rule kAsyncApi3OperationSecurity = {
    .id = "asyncapi-3-operation-security",
    .set = RuleSet::kSpectralAsyncApi,
    .severity = Severity::kError,
    .recommended = Severity::kError,
    .versions = kAllAsyncApi3,
    .summary = "the scopes that operations need are those of their security schemes",
    .rationale = "A client cannot get a token with a scope that no flow grants.",
    .bad =
        "operations:\n"
        "  announceBaked:\n"
        "    action: send\n"
        "    channel: {$ref: '#/channels/baked'}\n"
        "    security:\n"
        "    - type: oauth2\n"
        "      scopes: [bake]\n"
        "               ^^^^\n"
        "      flows:\n"
        "        implicit:\n"
        "          authorizationUrl: https://auth.tizza.com\n"
        "          availableScopes: {eat: to order pizzas}\n"
        "channels:\n"
        "  baked: {address: pizza.baked.1}\n",
    .good =
        "operations:\n"
        "  announceBaked:\n"
        "    action: send\n"
        "    channel: {$ref: '#/channels/baked'}\n"
        "    security:\n"
        "    - type: oauth2\n"
        "      scopes: [eat]\n"
        "      flows:\n"
        "        implicit:\n"
        "          authorizationUrl: https://auth.tizza.com\n"
        "          availableScopes: {eat: to order pizzas}\n"
        "channels:\n"
        "  baked: {address: pizza.baked.1}\n",
    .on = {NodeType::kOperation, NodeType::kOperationTrait},
    .check = check,
};

}  // namespace tizza::spec
