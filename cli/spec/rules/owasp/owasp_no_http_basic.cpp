#include "base/strings.hpp"
#include "spec/rule.hpp"
#include "spec/rules/fields.hpp"

namespace tizza::spec {
namespace {

void check(const TypedNode& typed, RuleContext& context) {
  const bool is_basic =
      typed.node["type"].text() == "basic" ||
      (typed.node["type"].text() == "http" && to_lower(typed.node["scheme"].text()) == "basic");
  if (is_basic)
    context.report(by_field(typed.node, "type"), "HTTP basic sends the password with each request")
        .help("use bearer tokens");
}

}  // namespace

extern const Rule kOwaspNoHttpBasic = {
    .id = "owasp-no-http-basic",
    .set = RuleSet::kTizzaOwasp,
    .severity = Severity::kError,
    .recommended = std::nullopt,
    .versions = kAllOas,
    .summary = "security schemes are not HTTP basic",
    .rationale =
        "API2:2023, broken authentication: the password itself goes over the wire with each "
        "request, and into every log on the way.",
    .bad =
        "securityDefinitions:\n"
        "  login: {type: basic}\n"
        "                ^^^^^\n",
    .good =
        "securityDefinitions:\n"
        "  login: {type: apiKey, in: header, name: Authorization}\n",
    .on = NodeType::kSecurityScheme,
    .check = check,
};

}  // namespace tizza::spec
