#include "spec/rule.hpp"
#include "spec/rules/asyncapi/security_requirement.hpp"

namespace tizza::spec {
namespace {

void check(const TypedNode& typed, RuleContext& context) {
  if (context.api.parent(typed).type() != NodeType::kServer) return;
  check_security_requirement(typed.node, context);
}

}  // namespace

extern const Rule kAsyncApiServerSecurity = {
    .id = "asyncapi-server-security",
    .set = RuleSet::kSpectralAsyncApi,
    .severity = Severity::kError,
    .recommended = Severity::kError,
    .versions = kAllAsyncApi2,
    .summary = "the security of servers names defined schemes and scopes",
    .rationale =
        "The specification asks that a requirement names a scheme of the components, "
        "and that only `oauth2` and `openIdConnect` take scopes.",
    .bad =
        "servers:\n"
        "  production:\n"
        "    url: broker.tizza.com\n"
        "    protocol: amqp\n"
        "    security:\n"
        "    - login: []\n"
        "      ^^^^^\n",
    .good =
        "servers:\n"
        "  production:\n"
        "    url: broker.tizza.com\n"
        "    protocol: amqp\n"
        "    security:\n"
        "    - login: []\n"
        "components:\n"
        "  securitySchemes:\n"
        "    login: {type: userPassword}\n",
    .on = NodeType::kSecurityRequirement,
    .check = check,
};

}  // namespace tizza::spec
