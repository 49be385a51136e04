#include "base/strings.hpp"
#include "spec/rule.hpp"
#include "spec/rules/core/identifier.hpp"
#include "spec/wording.hpp"

namespace tizza::spec {
namespace {

void check(const TypedNode&, RuleContext& context) {
  StringMap<Node> seen;
  for (const OperationUse& use : context.facts.operations()) {
    const auto [first, is_new] = seen.emplace(plain_identifier(use.verb.text()), use.verb);
    if (is_new) continue;
    context
        .report(use.verb, "operation id {} is too close to {}", quoted(use.verb.text()),
                quoted(first->second.text()))
        .note(first->second, "first used here");
  }
}

}  // namespace

extern const Rule kAsyncApi3OperationIdUnambiguous = {
    .id = "asyncapi-3-operation-id-unambiguous",
    .set = RuleSet::kTizzaCore,
    .severity = Severity::kWarn,
    .recommended = Severity::kWarn,
    .versions = kAllAsyncApi3,
    .summary = "operation ids differ in more than case and punctuation",
    .rationale =
        "Generated code names functions by them, in the spelling of its language: "
        "`delete-pizza` and `deletePizza` become one function.",
    .bad =
        "channels: {deleted: {address: pizza.deleted.1}}\n"
        "operations:\n"
        "  delete-pizza: {action: receive, channel: {$ref: '#/channels/deleted'}}\n"
        "  deletePizza: {action: send, channel: {$ref: '#/channels/deleted'}}\n"
        "  ^^^^^^^^^^^\n",
    .good =
        "channels: {deleted: {address: pizza.deleted.1}}\n"
        "operations:\n"
        "  deletePizza: {action: receive, channel: {$ref: '#/channels/deleted'}}\n"
        "  announceDeleted: {action: send, channel: {$ref: '#/channels/deleted'}}\n",
    .on = NodeType::kRoot,
    .check = check,
};

}  // namespace tizza::spec
