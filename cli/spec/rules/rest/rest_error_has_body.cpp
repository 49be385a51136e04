#include "spec/rule.hpp"
#include "spec/rules/http.hpp"
#include "spec/wording.hpp"

namespace tizza::spec {
namespace {

void check(const TypedNode&, RuleContext& context) {
  for (const OperationUse& use : context.facts.operations()) {
    if (use.verb.text() == "head") continue;
    for (const auto& [code, written] : use.operation["responses"].entries()) {
      if (!is_status(code.text(), '4') && !is_status(code.text(), '5')) continue;
      const Node response = context.api.target(written);
      if (!response.is_mapping() || !bodies_of(context.api, response).empty()) continue;
      context.report(code, "error {} of `{}` {} has no body", code.text(), use.verb.text(),
                     quoted(use.address.text()));
    }
  }
}

}  // namespace

extern const Rule kRestErrorHasBody = {
    .id = "rest-error-has-body",
    .set = RuleSet::kTizzaRest,
    .severity = Severity::kInfo,
    .recommended = std::nullopt,
    .versions = kAllOas,
    .summary = "errors come with a body",
    .rationale =
        "A status alone does not say which field was wrong or what to do. People read the "
        "message, programs the code in it.",
    .bad =
        "paths:\n"
        "  /pizzas:\n"
        "    get:\n"
        "      responses: {200: {description: all}, 400: {description: not valid}}\n"
        "                                           ^^^\n",
    .good =
        "paths:\n"
        "  /pizzas:\n"
        "    get:\n"
        "      responses:\n"
        "        200: {description: all}\n"
        "        400: {description: not valid, schema: {$ref: '#/definitions/Pizza'}}\n",
    .on = NodeType::kRoot,
    .check = check,
};

}  // namespace tizza::spec
