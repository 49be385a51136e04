#include "base/strings.hpp"
#include "spec/rule.hpp"
#include "spec/rules/asyncapi/traits.hpp"
#include "spec/wording.hpp"

namespace tizza::spec {
namespace {

void check(const TypedNode&, RuleContext& context) {
  StringMap<Node> seen;
  for (const uint32_t index : context.api.of(NodeType::kMessage)) {
    const Node message = context.api.nodes()[index].node;
    const Node id = effective(context.api, message, "messageId");
    if (!id.is_string()) continue;
    const auto [first, is_new] = seen.emplace(id.text(), id);
    if (is_new || first->second == id) continue;
    context.report(id, "message id {} is taken already", quoted(id.text()))
        .note(first->second, "first used here");
  }
}

}  // namespace

extern const Rule kAsyncApiMessageMessageIdUniqueness = {
    .id = "asyncapi-message-messageId-uniqueness",
    .set = RuleSet::kSpectralAsyncApi,
    .severity = Severity::kError,
    .recommended = Severity::kError,
    .versions = kAllAsyncApi2,
    .summary = "no two messages have the same messageId",
    .rationale =
        "The specification asks for ids that are unique among all messages, as tools "
        "use them to name what they generate.",
    .bad =
        "components:\n"
        "  messages:\n"
        "    pizzaDeleted: {messageId: deleted}\n"
        "    userDeleted: {messageId: deleted}\n",
    .good =
        "components:\n"
        "  messages:\n"
        "    pizzaDeleted: {messageId: pizzaDeleted}\n"
        "    userDeleted: {messageId: userDeleted}\n",
    .on = NodeType::kRoot,
    .check = check,
};

}  // namespace tizza::spec
