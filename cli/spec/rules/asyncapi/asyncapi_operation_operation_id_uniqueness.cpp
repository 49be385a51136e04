#include "base/strings.hpp"
#include "spec/rule.hpp"
#include "spec/rules/asyncapi/traits.hpp"
#include "spec/wording.hpp"

namespace tizza::spec {
namespace {

void check(const TypedNode&, RuleContext& context) {
  StringMap<Node> seen;
  for (const OperationUse& use : context.facts.operations()) {
    const Node id = effective(context.api, use.operation, "operationId");
    if (!id.is_string()) continue;
    const auto [first, is_new] = seen.emplace(id.text(), id);
    if (is_new) continue;
    // Two operations may get the id from one trait: then only the operation tells them apart.
    const bool is_shared = first->second == id;
    context.report(is_shared ? use.verb : id, "operation id {} is taken already", quoted(id.text()))
        .note(first->second, is_shared ? "both take it from here" : other_use(first->second, id));
  }
}

}  // namespace

extern const Rule kAsyncApiOperationOperationIdUniqueness = {
    .id = "asyncapi-operation-operationId-uniqueness",
    .set = RuleSet::kSpectralAsyncApi,
    .severity = Severity::kError,
    .recommended = Severity::kError,
    .versions = kAllAsyncApi2,
    .summary = "no two operations have the same operationId, traits included",
    .rationale =
        "The specification asks for ids that are unique among all operations, as "
        "tools use them to name functions.",
    .bad =
        "channels:\n"
        "  pizza.deleted:\n"
        "    publish: {operationId: deleted}\n"
        "  user.deleted:\n"
        "    publish: {operationId: deleted}\n"
        "                           ^^^^^^^\n",
    .good =
        "channels:\n"
        "  pizza.deleted:\n"
        "    publish: {operationId: pizzaDeleted}\n"
        "  user.deleted:\n"
        "    publish: {operationId: userDeleted}\n",
    .on = NodeType::kRoot,
    .check = check,
};

}  // namespace tizza::spec
