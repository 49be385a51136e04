#include "spec/rule.hpp"
#include "spec/rules/asyncapi/security_requirement.hpp"

namespace tizza::spec {
namespace {

void check(const TypedNode& typed, RuleContext& context) {
  check_security_schemes(typed.node["security"], context);
}

}  // namespace

extern const Rule kAsyncApi3ServerSecurity = {
    .id = "asyncapi-3-server-security",
    .set = RuleSet::kTizzaCore,
    .severity = Severity::kError,
    .recommended = Severity::kError,
    .versions = kAllAsyncApi3,
    .summary = "the scopes that servers need are those of their security schemes",
    .rationale = "A client cannot get a token with a scope that no flow grants.",
    .bad =
        "servers:\n"
        "  production:\n"
        "    host: broker.tizza.com\n"
        "    protocol: amqp\n"
        "    security:\n"
        "    - type: oauth2\n"
        "      scopes: [bake]\n"
        "               ^^^^\n"
        "      flows:\n"
        "        implicit:\n"
        "          authorizationUrl: https://auth.tizza.com\n"
        "          availableScopes: {eat: to order pizzas}\n",
    .good =
        "servers:\n"
        "  production:\n"
        "    host: broker.tizza.com\n"
        "    protocol: amqp\n"
        "    security:\n"
        "    - type: oauth2\n"
        "      scopes: [eat]\n"
        "      flows:\n"
        "        implicit:\n"
        "          authorizationUrl: https://auth.tizza.com\n"
        "          availableScopes: {eat: to order pizzas}\n",
    .on = NodeType::kServer,
    .check = check,
};

}  // namespace tizza::spec
