#include "base/strings.hpp"
#include "spec/rule.hpp"
#include "spec/rules/fields.hpp"

namespace tizza::spec {
namespace {

void check(const TypedNode& typed, RuleContext& context) {
  const bool is_jwt =
      to_lower(typed.node["bearerFormat"].text()) == "jwt" || typed.node["type"].text() == "oauth2";
  const auto text = typed.node["description"].text();
  if (!is_jwt || text.find("RFC8725") != std::string_view::npos ||
      text.find("RFC 8725") != std::string_view::npos)
    return;
  context.report(by_field(typed.node, "type"),
                 "the description does not say that RFC 8725 is followed");
}

}  // namespace

extern const Rule kOwaspJwtBestPractice = {
    .id = "owasp-jwt-best-practice",
    .set = RuleSet::kTizzaOwasp,
    .severity = Severity::kInfo,
    .recommended = std::nullopt,
    .versions = kAllOpenApi3,
    .summary = "schemes with JWT say that RFC 8725 is followed",
    .rationale =
        "API2:2023: tokens are accepted with `alg: none`, or with a key of the wrong kind, "
        "where nobody looked at RFC 8725 (JSON Web Token Best Current Practices).",
    .bad =
        "components:\n"
        "  securitySchemes:\n"
        "    bearer: {type: http, scheme: bearer, bearerFormat: JWT}\n"
        "                   ^^^^\n",
    .good =
        "components:\n"
        "  securitySchemes:\n"
        "    bearer:\n"
        "      type: http\n"
        "      scheme: bearer\n"
        "      bearerFormat: JWT\n"
        "      description: Signed tokens, checked as RFC 8725 asks\n",
    .on = NodeType::kSecurityScheme,
    .check = check,
};

}  // namespace tizza::spec
