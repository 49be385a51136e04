#include "base/strings.hpp"
#include "spec/rule.hpp"
#include "spec/wording.hpp"

namespace tizza::spec {
namespace {

void check(const TypedNode& typed, RuleContext& context) {
  const Node scheme = typed.node["scheme"];
  const auto name = to_lower(scheme.text());
  if (name != "negotiate" && name != "oauth") return;
  context.report(scheme, "scheme {} has known weaknesses", quoted(scheme.text()));
}

}  // namespace

extern const Rule kOwaspAuthInsecureSchemes = {
    .id = "owasp-auth-insecure-schemes",
    .set = RuleSet::kTizzaOwasp,
    .severity = Severity::kError,
    .recommended = std::nullopt,
    .versions = kAllOpenApi3,
    .summary = "HTTP security uses a scheme that is safe today",
    .rationale =
        "API2:2023: `negotiate` and OAuth 1.0 have known weaknesses, and few servers have their "
        "fixes.",
    .bad =
        "components:\n"
        "  securitySchemes:\n"
        "    sso: {type: http, scheme: negotiate}\n"
        "                              ^^^^^^^^^\n",
    .good =
        "components:\n"
        "  securitySchemes:\n"
        "    sso: {type: http, scheme: bearer, bearerFormat: JWT}\n",
    .on = NodeType::kSecurityScheme,
    .check = check,
};

}  // namespace tizza::spec
