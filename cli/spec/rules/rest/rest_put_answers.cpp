#include "spec/rule.hpp"
#include "spec/rules/http.hpp"
#include "spec/wording.hpp"

namespace tizza::spec {
namespace {

void check(const TypedNode&, RuleContext& context) {
  for (const OperationUse& use : context.facts.operations()) {
    if (use.verb.text() != "put") continue;
    if (!use.operation["responses"].is_mapping() || response_key(use, "200") ||
        response_key(use, "201") || response_key(use, "202") || response_key(use, "204"))
      continue;
    context.report(use.verb, "`put` of {} does not answer 200, 201, 202 or 204",
                   quoted(use.address.text()));
  }
}

}  // namespace

extern const Rule kRestPutAnswers = {
    .id = "rest-put-answers",
    .set = RuleSet::kTizzaRest,
    .severity = Severity::kInfo,
    .recommended = std::nullopt,
    .versions = kAllOas,
    .summary = "PUT answers 201 for a new thing, and 200 or 204 for a replaced one",
    .rationale = "By the code a client knows whether the thing was there before.",
    .bad =
        "paths:\n"
        "  /pizzas/{id}:\n"
        "    put:\n"
        "    ^^^\n"
        "      responses: {302: {description: there}}\n",
    .good =
        "paths:\n"
        "  /pizzas/{id}:\n"
        "    put:\n"
        "      responses: {200: {description: replaced}, 201: {description: made}}\n",
    .on = NodeType::kRoot,
    .check = check,
};

}  // namespace tizza::spec
