#include "spec/rules/owasp/answers.hpp"

namespace tizza::spec {
namespace {

void check(const TypedNode&, RuleContext& context) {
  for (const OperationUse& use : context.facts.operations()) {
    if (!describes_error(use, "429")) {
      report_missing_answer(use, "429", "after too many requests", context);
    }
  }
}

}  // namespace

extern const Rule kOwaspAnswers429 = {
    .id = "owasp-answers-429",
    .set = RuleSet::kTizzaOwasp,
    .severity = Severity::kWarn,
    .recommended = std::nullopt,
    .versions = kAllOas,
    .summary = "operations describe 429",
    .rationale =
        "API4:2023: an operation without a limit can be called until the service falls over.",
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
        "      responses: {200: {description: it}, 429: {description: error}}\n",
    .on = NodeType::kRoot,
    .check = check,
};

}  // namespace tizza::spec
