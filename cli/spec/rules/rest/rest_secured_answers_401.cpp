#include "spec/rule.hpp"
#include "spec/rules/http.hpp"
#include "spec/wording.hpp"

namespace tizza::spec {
namespace {

void check(const TypedNode&, RuleContext& context) {
  for (const OperationUse& use : context.facts.operations()) {
    if (!is_secured(security_of(context.api, use)) || describes_error(use, "401")) continue;
    if (response_key(use, "403") || response_key(use, "404")) continue;
    context
        .report(use.verb, "`{}` of {} does not say what comes without a valid token",
                use.verb.text(), quoted(use.address.text()))
        .help("describe the response 401");
  }
}

}  // namespace

extern const Rule kRestSecuredAnswers401 = {
    .id = "rest-secured-answers-401",
    .set = RuleSet::kTizzaRest,
    .severity = Severity::kInfo,
    .recommended = std::nullopt,
    .versions = kAllOas,
    .summary = "secured operations say what comes without a valid token",
    .rationale =
        "A token expires between two calls. The client has to know the answer to that, 401, or "
        "403 where the token does not allow the call, to fetch another one. 404 may hide that "
        "there is something to see at all.",
    .bad =
        "securityDefinitions:\n"
        "  bearer: {type: apiKey, in: header, name: Authorization}\n"
        "paths:\n"
        "  /pizzas:\n"
        "    get:\n"
        "    ^^^\n"
        "      security: [{bearer: []}]\n"
        "      responses: {200: {description: it}}\n",
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
