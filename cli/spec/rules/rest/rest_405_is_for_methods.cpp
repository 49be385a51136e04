#include "spec/rule.hpp"
#include "spec/wording.hpp"

namespace tizza::spec {
namespace {

void check(const TypedNode&, RuleContext& context) {
  for (const OperationUse& use : context.facts.operations()) {
    const auto response = use.operation["responses"].find("405");
    if (!response) continue;
    context
        .report(response->key, "`{}` of {} answers 405, though the method is allowed",
                use.verb.text(), quoted(use.address.text()))
        .help("for input that is not valid answer 400");
  }
}

}  // namespace

extern const Rule kRest405IsForMethods = {
    .id = "rest-405-is-for-methods",
    .set = RuleSet::kTizzaRest,
    .severity = Severity::kWarn,
    .recommended = Severity::kWarn,
    .versions = kAllOas,
    .summary = "no operation answers 405",
    .rationale =
        "405 says that a path does not know the method. An operation that is described is "
        "known, so it cannot answer that. Mostly 400 is meant, for input that is not valid.",
    .bad =
        "paths:\n"
        "  /pizzas:\n"
        "    post:\n"
        "      responses: {201: {description: made}, 405: {description: bad input}}\n"
        "                                            ^^^\n",
    .good =
        "paths:\n"
        "  /pizzas:\n"
        "    post:\n"
        "      responses: {201: {description: made}, 400: {description: bad input}}\n",
    .on = NodeType::kRoot,
    .check = check,
};

}  // namespace tizza::spec
