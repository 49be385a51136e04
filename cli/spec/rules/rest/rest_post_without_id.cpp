#include "spec/rule.hpp"
#include "spec/rules/http.hpp"
#include "spec/wording.hpp"

namespace tizza::spec {
namespace {

void check(const TypedNode&, RuleContext& context) {
  for (const OperationUse& use : context.facts.operations()) {
    if (use.verb.text() != "post" || !names_one_item(use.address.text())) continue;
    context.report(use.verb, "`post` of {} names an id", quoted(use.address.text()))
        .help("post to the collection, or put to the id");
  }
}

}  // namespace

extern const Rule kRestPostWithoutId = {
    .id = "rest-post-without-id",
    .set = RuleSet::kTizzaRest,
    .severity = Severity::kInfo,
    .recommended = std::nullopt,
    .versions = kAllOas,
    .summary = "POST creates in a collection, without an id of its own",
    .rationale =
        "The server gives the id of what POST creates. With an id in the path it is PUT that "
        "creates or replaces, and clients can repeat it safely.",
    .bad =
        "paths:\n"
        "  /pizzas/{id}:\n"
        "    post:\n"
        "    ^^^^\n"
        "      responses: {200: {description: it}}\n",
    .good =
        "paths:\n"
        "  /pizzas:\n"
        "    post:\n"
        "      responses: {200: {description: it}}\n",
    .on = NodeType::kRoot,
    .check = check,
};

}  // namespace tizza::spec
