#include "spec/rules/owasp/answers.hpp"

namespace tizza::spec {
namespace {

void check(const TypedNode&, RuleContext& context) {
  for (const OperationUse& use : context.facts.operations()) {
    if (!body_place(context.api, use) || describes_error(use, "400") || response_key(use, "422"))
      continue;
    report_missing_answer(use, "400", "when the input is not valid", context);
  }
}

}  // namespace

extern const Rule kOwaspAnswersInvalidInput = {
    .id = "owasp-answers-400",
    .set = RuleSet::kTizzaOwasp,
    .severity = Severity::kWarn,
    .recommended = std::nullopt,
    .versions = kAllOas,
    .summary = "operations with a body describe 400 or 422",
    .rationale =
        "API8:2023: where the answer to input that is not valid is not described, nobody tested "
        "it.",
    .bad =
        "paths:\n"
        "  /pizzas:\n"
        "    post:\n"
        "    ^^^^\n"
        "      parameters:\n"
        "      - {name: pizza, in: body, schema: {type: object}}\n"
        "      responses: {200: {description: it}}\n",
    .good =
        "paths:\n"
        "  /pizzas:\n"
        "    post:\n"
        "      parameters:\n"
        "      - {name: pizza, in: body, schema: {type: object}}\n"
        "      responses: {200: {description: it}, 400: {description: error}}\n",
    .on = NodeType::kRoot,
    .check = check,
};

}  // namespace tizza::spec
