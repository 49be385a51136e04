#include "spec/rule.hpp"
#include "spec/rules/http.hpp"
#include "spec/wording.hpp"

namespace tizza::spec {
namespace {

void check(const TypedNode&, RuleContext& context) {
  for (const OperationUse& use : context.facts.operations()) {
    const auto verb = use.verb.text();
    if (verb != "get" && verb != "patch" && verb != "delete") continue;
    if (!names_one_item(use.address.text()) || describes_error(use, "404")) continue;
    if (response_key(use, "410")) continue;
    context
        .report(use.verb, "`{}` of {} does not say what comes where it does not exist", verb,
                quoted(use.address.text()))
        .help("describe the response 404");
  }
}

}  // namespace

extern const Rule kRestAbsentItem404 = {
    .id = "rest-absent-item-404",
    .set = RuleSet::kTizzaRest,
    .severity = Severity::kInfo,
    .recommended = std::nullopt,
    .versions = kAllOas,
    .summary = "operations on one thing say what comes where it does not exist",
    .rationale =
        "Somebody will ask for a pizza that was deleted a minute ago. PATCH does not create it, "
        "GET and DELETE cannot find it: each has to answer 404, and say so.",
    .bad =
        "paths:\n"
        "  /pizzas/{id}:\n"
        "    patch:\n"
        "    ^^^^^\n"
        "      responses: {200: {description: it}}\n",
    .good =
        "paths:\n"
        "  /pizzas/{id}:\n"
        "    patch:\n"
        "      responses: {200: {description: it}, 404: {description: no such pizza}}\n",
    .on = NodeType::kRoot,
    .check = check,
};

}  // namespace tizza::spec
