#include "spec/rule.hpp"
#include "spec/rules/http.hpp"
#include "spec/wording.hpp"

namespace tizza::spec {
namespace {

void check(const TypedNode&, RuleContext& context) {
  for (const OperationUse& use : context.facts.operations()) {
    if (use.verb.text() != "delete") continue;
    if (use.address.text().find('{') != std::string_view::npos) continue;
    context.report(use.verb, "`delete` of {} names no id", quoted(use.address.text()));
  }
}

}  // namespace

extern const Rule kRestDeleteById = {
    .id = "rest-delete-by-id",
    .set = RuleSet::kTizzaRest,
    .severity = Severity::kInfo,
    .recommended = std::nullopt,
    .versions = kAllOas,
    .summary = "DELETE names the one thing that it is about",
    .rationale =
        "DELETE removes the thing at its address. Without an id in the path it removes the "
        "whole collection.",
    .bad =
        "paths:\n"
        "  /pizzas:\n"
        "    delete:\n"
        "    ^^^^^^\n"
        "      responses: {200: {description: it}}\n",
    .good =
        "paths:\n"
        "  /pizzas/{id}:\n"
        "    delete:\n"
        "      responses: {200: {description: it}}\n",
    .on = NodeType::kRoot,
    .check = check,
};

}  // namespace tizza::spec
