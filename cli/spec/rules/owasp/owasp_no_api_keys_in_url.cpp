#include "spec/rule.hpp"
#include "spec/rules/fields.hpp"

namespace tizza::spec {
namespace {

void check(const TypedNode& typed, RuleContext& context) {
  const auto in = typed.node["in"].text();
  if (typed.node["type"].text() != "apiKey" || (in != "query" && in != "path")) return;
  context.report(by_field(typed.node, "in"), "the key is a part of the URL, which everybody logs")
      .help("send it in a header");
}

}  // namespace

extern const Rule kOwaspNoApiKeysInUrl = {
    .id = "owasp-no-api-keys-in-url",
    .set = RuleSet::kTizzaOwasp,
    .severity = Severity::kError,
    .recommended = std::nullopt,
    .versions = kAllOas,
    .summary = "API keys are not in the URL",
    .rationale =
        "API2:2023: URLs stand in browser histories, referrer headers and the logs of every "
        "proxy.",
    .bad =
        "securityDefinitions:\n"
        "  key: {type: apiKey, in: query, name: api_key}\n"
        "                          ^^^^^\n",
    .good =
        "securityDefinitions:\n"
        "  key: {type: apiKey, in: header, name: X-API-Key}\n",
    .on = NodeType::kSecurityScheme,
    .check = check,
};

}  // namespace tizza::spec
