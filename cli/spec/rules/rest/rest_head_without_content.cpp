#include "spec/rule.hpp"
#include "spec/rules/http.hpp"
#include "spec/wording.hpp"

namespace tizza::spec {
namespace {

void check(const TypedNode&, RuleContext& context) {
  for (const OperationUse& use : context.facts.operations()) {
    if (use.verb.text() != "head") continue;
    for (const auto& [code, written] : use.operation["responses"].entries()) {
      if (bodies_of(context.api, context.api.target(written)).empty()) continue;
      context.report(code, "`head` of {} answers with a body", quoted(use.address.text()));
    }
  }
}

}  // namespace

extern const Rule kRestHeadWithoutContent = {
    .id = "rest-head-without-content",
    .set = RuleSet::kTizzaRest,
    .severity = Severity::kWarn,
    .recommended = std::nullopt,
    .versions = kAllOas,
    .summary = "HEAD answers without a body",
    .rationale =
        "A response to HEAD has headers alone (RFC 9110, 9.3.2): a client never sees the body "
        "that is described.",
    .bad =
        "paths:\n"
        "  /pizzas:\n"
        "    head:\n"
        "      responses:\n"
        "        200: {description: all, schema: {type: array, items: {}}}\n"
        "        ^^^\n",
    .good =
        "paths:\n"
        "  /pizzas:\n"
        "    head:\n"
        "      responses:\n"
        "        200: {description: there are some}\n",
    .on = NodeType::kRoot,
    .check = check,
};

}  // namespace tizza::spec
