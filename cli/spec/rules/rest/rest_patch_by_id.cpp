#include "spec/rule.hpp"
#include "spec/rules/http.hpp"
#include "spec/wording.hpp"

namespace tizza::spec {
namespace {

void check(const TypedNode&, RuleContext& context) {
  for (const OperationUse& use : context.facts.operations()) {
    if (use.verb.text() != "patch") continue;
    if (use.address.text().find('{') != std::string_view::npos) continue;
    context.report(use.verb, "`patch` of {} names no id", quoted(use.address.text()));
  }
}

}  // namespace

extern const Rule kRestPatchById = {
    .id = "rest-patch-by-id",
    .set = RuleSet::kTizzaRest,
    .severity = Severity::kInfo,
    .recommended = std::nullopt,
    .versions = kAllOas,
    .summary = "PATCH names the one thing that it is about",
    .rationale =
        "PATCH changes one existing thing. Without an id in the path it changes the whole "
        "collection.",
    .bad =
        "paths:\n"
        "  /pizzas:\n"
        "    patch:\n"
        "    ^^^^^\n"
        "      responses: {200: {description: it}}\n",
    .good =
        "paths:\n"
        "  /pizzas/{id}:\n"
        "    patch:\n"
        "      responses: {200: {description: it}}\n",
    .on = NodeType::kRoot,
    .check = check,
};

}  // namespace tizza::spec
