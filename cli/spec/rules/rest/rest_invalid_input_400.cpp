#include "spec/rule.hpp"
#include "spec/rules/http.hpp"
#include "spec/wording.hpp"

namespace tizza::spec {
namespace {

void check(const TypedNode&, RuleContext& context) {
  for (const OperationUse& use : context.facts.operations()) {
    if (!body_place(context.api, use) || describes_error(use, "400") || response_key(use, "422"))
      continue;
    context
        .report(use.verb, "`{}` of {} does not say what comes where its input is not valid",
                use.verb.text(), quoted(use.address.text()))
        .help("describe the response 400");
  }
}

}  // namespace

extern const Rule kRestInvalidInput400 = {
    .id = "rest-invalid-input-400",
    .set = RuleSet::kTizzaRest,
    .severity = Severity::kInfo,
    .recommended = std::nullopt,
    .versions = kAllOas,
    .summary = "operations with a body say what comes where it is not valid",
    .rationale =
        "Input is wrong sooner or later. A client that knows the answer can show it at the "
        "right field.",
    .bad =
        "paths:\n"
        "  /pizzas:\n"
        "    post:\n"
        "    ^^^^\n"
        "      parameters:\n"
        "      - {name: pizza, in: body, schema: {type: object}}\n"
        "      responses: {201: {description: made}}\n",
    .good =
        "paths:\n"
        "  /pizzas:\n"
        "    post:\n"
        "      parameters:\n"
        "      - {name: pizza, in: body, schema: {type: object}}\n"
        "      responses: {201: {description: made}, 400: {description: not valid}}\n",
    .on = NodeType::kRoot,
    .check = check,
};

}  // namespace tizza::spec
