#include "spec/rule.hpp"
#include "spec/rules/http.hpp"
#include "spec/wording.hpp"

namespace tizza::spec {
namespace {

void check(const TypedNode&, RuleContext& context) {
  for (const OperationUse& use : context.facts.operations()) {
    if (use.verb.text() != "put") continue;
    if (use.address.text().find('{') != std::string_view::npos) continue;
    context.report(use.verb, "`put` of {} names no id", quoted(use.address.text()));
  }
}

}  // namespace

extern const Rule kRestPutById = {
    .id = "rest-put-by-id",
    .set = RuleSet::kTizzaRest,
    .severity = Severity::kInfo,
    .recommended = std::nullopt,
    .versions = kAllOas,
    .summary = "PUT names the one thing that it is about",
    .rationale =
        "PUT creates or replaces the thing at its address. Without an id in the path it "
        "replaces the whole collection.",
    .bad =
        "paths:\n"
        "  /pizzas:\n"
        "    put:\n"
        "    ^^^\n"
        "      responses: {200: {description: it}}\n",
    .good =
        "paths:\n"
        "  /pizzas/{id}:\n"
        "    put:\n"
        "      responses: {200: {description: it}}\n",
    .on = NodeType::kRoot,
    .check = check,
};

}  // namespace tizza::spec
