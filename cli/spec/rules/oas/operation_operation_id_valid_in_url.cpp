#include "spec/rule.hpp"
#include "spec/wording.hpp"

namespace tizza::spec {
namespace {

void check(const TypedNode&, RuleContext& context) {
  for (const OperationUse& use : context.facts.operations()) {
    const Node id = use.operation["operationId"];
    if (!id.is_string() || id.text().empty()) continue;
    if (is_valid(ValueFormat::kUriReference, id.text())) continue;
    context.report(id, "operation id {} holds characters that a URL cannot hold",
                   quoted(id.text()));
  }
}

}  // namespace

extern const Rule kOperationOperationIdValidInUrl = {
    .id = "operation-operationId-valid-in-url",
    .set = RuleSet::kSpectralOas,
    .severity = Severity::kWarn,
    .recommended = Severity::kWarn,
    .versions = kAllSwagger,
    .summary = "an operationId holds only characters that a URL can hold",
    .rationale =
        "Documentation links to operations by their id, and clients name functions by "
        "it.",
    .bad =
        "get:\n"
        "  operationId: list all pizzas\n"
        "  responses: {200: {description: all}}\n",
    .good =
        "get:\n"
        "  operationId: listAllPizzas\n"
        "  responses: {200: {description: all}}\n",
    .on = NodeType::kRoot,
    .check = check,
};

}  // namespace tizza::spec
