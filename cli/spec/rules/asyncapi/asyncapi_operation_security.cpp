#include "spec/rule.hpp"
#include "spec/rules/asyncapi/security_requirement.hpp"

namespace tizza::spec {
namespace {

void check(const TypedNode& typed, RuleContext& context) {
  const NodeType holder = context.api.parent(typed).type();
  if (holder != NodeType::kOperation && holder != NodeType::kOperationTrait) return;
  check_security_requirement(typed.node, context);
}

}  // namespace

extern const Rule kAsyncApiOperationSecurity = {
    .id = "asyncapi-operation-security",
    .set = RuleSet::kSpectralAsyncApi,
    .severity = Severity::kError,
    .recommended = Severity::kError,
    .versions = kAllAsyncApi2,
    .summary = "the security of operations names defined schemes and scopes",
    .rationale =
        "The specification asks that a requirement names a scheme of the components, "
        "and that only `oauth2` and `openIdConnect` take scopes.",
    .bad =
        "channels:\n"
        "  pizza.deleted:\n"
        "    publish:\n"
        "      security:\n"
        "      - login: []\n"
        "        ^^^^^\n",
    .good =
        "channels:\n"
        "  pizza.deleted:\n"
        "    publish:\n"
        "      security:\n"
        "      - login: []\n"
        "components:\n"
        "  securitySchemes:\n"
        "    login: {type: userPassword}\n",
    .on = NodeType::kSecurityRequirement,
    .check = check,
};

}  // namespace tizza::spec
