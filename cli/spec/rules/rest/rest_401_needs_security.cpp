#include "spec/rule.hpp"
#include "spec/rules/http.hpp"
#include "spec/wording.hpp"

namespace tizza::spec {
namespace {

void check(const TypedNode&, RuleContext& context) {
  for (const OperationUse& use : context.facts.operations()) {
    const auto response = use.operation["responses"].find("401");
    if (!response || security_of(context.api, use).size() > 0) continue;
    context
        .report(response->key, "`{}` of {} answers 401 and names no security", use.verb.text(),
                quoted(use.address.text()))
        .help("name the scheme in `security`");
  }
}

}  // namespace

extern const Rule kRest401NeedsSecurity = {
    .id = "rest-401-needs-security",
    .set = RuleSet::kTizzaRest,
    .severity = Severity::kWarn,
    .recommended = std::nullopt,
    .versions = kAllOas,
    .summary = "an operation that answers 401 says how it is secured",
    .rationale =
        "A client is told that it lacks credentials, and nothing tells it which. Between "
        "services these are bearer tokens.",
    .bad =
        "paths:\n"
        "  /pizzas:\n"
        "    get:\n"
        "      responses: {200: {description: all}, 401: {description: no valid token}}\n"
        "                                           ^^^\n",
    .good =
        "securityDefinitions:\n"
        "  bearer: {type: apiKey, in: header, name: Authorization}\n"
        "paths:\n"
        "  /pizzas:\n"
        "    get:\n"
        "      security: [{bearer: []}]\n"
        "      responses: {200: {description: all}, 401: {description: no valid token}}\n",
    .on = NodeType::kRoot,
    .check = check,
};

}  // namespace tizza::spec
