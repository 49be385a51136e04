#include "spec/rule.hpp"
#include "spec/wording.hpp"

namespace tizza::spec {
namespace {

void check(const TypedNode& typed, RuleContext& context) {
  for (const auto& [name, flow] : typed.node["flows"].entries()) {
    if (name.text().starts_with("x-") || !flow.is_mapping() || flow["refreshUrl"]) continue;
    context.report(name, "flow {} has no `refreshUrl`", quoted(name.text()));
  }
}

}  // namespace

extern const Rule kOwaspShortLivedAccessTokens = {
    .id = "owasp-short-lived-access-tokens",
    .set = RuleSet::kTizzaOwasp,
    .severity = Severity::kInfo,
    .recommended = std::nullopt,
    .versions = kAllOpenApi3,
    .summary = "OAuth flows have a URL for fresh tokens",
    .rationale =
        "API2:2023: without `refreshUrl` tokens have to live long, and so does a stolen one.",
    .bad =
        "components:\n"
        "  securitySchemes:\n"
        "    login:\n"
        "      type: oauth2\n"
        "      flows:\n"
        "        clientCredentials: {tokenUrl: 'https://auth.tizza.com/token', scopes: {}}\n"
        "        ^^^^^^^^^^^^^^^^^\n",
    .good =
        "components:\n"
        "  securitySchemes:\n"
        "    login:\n"
        "      type: oauth2\n"
        "      flows:\n"
        "        clientCredentials: {tokenUrl: 'https://auth.tizza.com/token', refreshUrl: "
        "'https://auth.tizza.com/refresh', scopes: {}}\n",
    .on = NodeType::kSecurityScheme,
    .check = check,
};

}  // namespace tizza::spec
