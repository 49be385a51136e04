#include "spec/rules/owasp/answers.hpp"

namespace tizza::spec {
namespace {

void check(const TypedNode&, RuleContext& context) {
  for (const OperationUse& use : context.facts.operations()) {
    if (describes_error(use, "401") ||
        (use.operation["security"] && use.operation["security"].size() == 0))
      continue;
    report_missing_answer(use, "401", "without credentials", context);
  }
}

}  // namespace

extern const Rule kOwaspAnswers401 = {
    .id = "owasp-answers-401",
    .set = RuleSet::kTizzaOwasp,
    .severity = Severity::kWarn,
    .recommended = std::nullopt,
    .versions = kAllOas,
    .summary = "operations describe 401",
    .rationale =
        "API8:2023, security misconfiguration: where the answer to missing credentials is not "
        "described, nobody tested it.",
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
        "      responses: {200: {description: it}, 401: {description: error}}\n",
    .on = NodeType::kRoot,
    .check = check,
};

}  // namespace tizza::spec
