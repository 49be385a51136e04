#include "spec/rule.hpp"
#include "spec/rules/fields.hpp"
#include "spec/wording.hpp"

namespace tizza::spec {
namespace {

void check(const TypedNode&, RuleContext& context) {
  for (const OperationUse& use : context.facts.operations()) {
    const auto place = lacking(use.operation, "operationId", use.verb);
    if (!place) continue;
    context.report(*place, "`{}` of {} has no operationId", use.verb.text(),
                   quoted(use.address.text()));
  }
}

}  // namespace

extern const Rule kOperationOperationId = {
    .id = "operation-operationId",
    .set = RuleSet::kSpectralOas,
    .severity = Severity::kWarn,
    .recommended = Severity::kWarn,
    .versions = kAllOas,
    .summary = "every operation has an operationId",
    .rationale =
        "Without one, generated clients invent a name that changes with the path, and a "
        "consumer cannot say which operation it uses.",
    .bad =
        "paths:\n"
        "  /pizza:\n"
        "    get: {responses: {200: {description: all}}}\n"
        "    ^^^\n",
    .good =
        "paths:\n"
        "  /pizza:\n"
        "    get: {operationId: listPizzas, responses: {200: {description: all}}}\n",
    .on = NodeType::kRoot,
    .check = check,
};

}  // namespace tizza::spec
