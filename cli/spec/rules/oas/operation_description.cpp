#include "spec/rule.hpp"
#include "spec/rules/fields.hpp"
#include "spec/wording.hpp"

namespace tizza::spec {
namespace {

void check(const TypedNode&, RuleContext& context) {
  for (const OperationUse& use : context.facts.operations()) {
    const auto place = lacking(use.operation, "description", use.verb);
    if (!place) continue;
    context.report(*place, "`{}` of {} has no description", use.verb.text(),
                   quoted(use.address.text()));
  }
}

}  // namespace

extern const Rule kOperationDescription = {
    .id = "operation-description",
    .set = RuleSet::kSpectralOas,
    .severity = Severity::kWarn,
    .recommended = std::nullopt,
    .versions = kAllOas,
    .summary = "every operation has a description",
    .rationale =
        "A summary names the operation; the description says what happens, for whom and under "
        "which conditions.",
    .bad =
        "paths:\n"
        "  /pizza:\n"
        "    get: {responses: {200: {description: all}}}\n"
        "    ^^^\n",
    .good =
        "paths:\n"
        "  /pizza:\n"
        "    get:\n"
        "      description: Lists the pizzas, newest first\n"
        "      responses: {200: {description: all}}\n",
    .on = NodeType::kRoot,
    .check = check,
};

}  // namespace tizza::spec
