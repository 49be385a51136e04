#include "base/strings.hpp"
#include "spec/rule.hpp"
#include "spec/wording.hpp"

namespace tizza::spec {
namespace {

void check(const TypedNode&, RuleContext& context) {
  StringMap<OperationUse> seen;
  for (const OperationUse& use : context.facts.operations()) {
    const Node id = use.operation["operationId"];
    if (!id.is_string()) continue;
    const auto [first, is_new] = seen.emplace(id.text(), use);
    if (is_new) continue;
    const Node other = first->second.operation["operationId"];
    // A path item that several paths share has its ids several times.
    context.report(id, "operation id {} is taken already", quoted(id.text()))
        .note(other == id ? first->second.address : other, "first used here");
  }
}

}  // namespace

extern const Rule kOperationOperationIdUnique = {
    .id = "operation-operationId-unique",
    .set = RuleSet::kSpectralOas,
    .severity = Severity::kError,
    .recommended = Severity::kError,
    .versions = kAllOas,
    .summary = "no two operations have the same operationId",
    .rationale =
        "Generated clients name their functions by it, and links and contracts refer to "
        "operations by it.",
    .bad =
        "paths:\n"
        "  /pizza:\n"
        "    get: {operationId: pizza, responses: {200: {description: all}}}\n"
        "    post: {operationId: pizza, responses: {201: {description: created}}}\n"
        "                        ^^^^^\n",
    .good =
        "paths:\n"
        "  /pizza:\n"
        "    get: {operationId: listPizzas, responses: {200: {description: all}}}\n"
        "    post: {operationId: createPizza, responses: {201: {description: created}}}\n",
    .on = NodeType::kRoot,
    .check = check,
};

}  // namespace tizza::spec
