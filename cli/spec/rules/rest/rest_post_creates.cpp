#include "spec/rule.hpp"
#include "spec/rules/http.hpp"
#include "spec/wording.hpp"

namespace tizza::spec {
namespace {

void check(const TypedNode&, RuleContext& context) {
  for (const OperationUse& use : context.facts.operations()) {
    if (use.verb.text() != "post") continue;
    if (!use.operation["responses"].is_mapping() || response_key(use, "201") ||
        response_key(use, "202"))
      continue;
    context.report(use.verb, "`post` of {} does not answer 201 or 202", quoted(use.address.text()));
  }
}

}  // namespace

extern const Rule kRestPostCreates = {
    .id = "rest-post-creates",
    .set = RuleSet::kTizzaRest,
    .severity = Severity::kInfo,
    .recommended = std::nullopt,
    .versions = kAllOas,
    .summary = "POST to a collection answers 201, or 202 where the work is queued",
    .rationale =
        "201 says that something was created, and where; 202 that it will be. A plain 200 "
        "leaves the client to guess.",
    .bad =
        "paths:\n"
        "  /pizzas:\n"
        "    post:\n"
        "    ^^^^\n"
        "      responses: {200: {description: it}}\n",
    .good =
        "paths:\n"
        "  /pizzas:\n"
        "    post:\n"
        "      responses: {201: {description: made}}\n",
    .on = NodeType::kRoot,
    .check = check,
};

}  // namespace tizza::spec
