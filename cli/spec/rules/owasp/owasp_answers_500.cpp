#include "spec/rules/owasp/answers.hpp"

namespace tizza::spec {
namespace {

void check(const TypedNode&, RuleContext& context) {
  for (const OperationUse& use : context.facts.operations()) {
    if (!describes_error(use, "500")) {
      report_missing_answer(use, "500", "when the service fails", context);
    }
  }
}

}  // namespace

extern const Rule kOwaspAnswers500 = {
    .id = "owasp-answers-500",
    .set = RuleSet::kTizzaOwasp,
    .severity = Severity::kWarn,
    .recommended = std::nullopt,
    .versions = kAllOas,
    .summary = "operations describe 500",
    .rationale =
        "API8:2023: errors that nobody described come as they are, with stack traces and "
        "queries in them.",
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
        "      responses: {200: {description: it}, 500: {description: error}}\n",
    .on = NodeType::kRoot,
    .check = check,
};

}  // namespace tizza::spec
