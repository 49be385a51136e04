#include <unordered_set>
#include <vector>

#include "base/strings.hpp"
#include "spec/rule.hpp"
#include "spec/rules/asyncapi/traits.hpp"
#include "spec/wording.hpp"

namespace tizza::spec {
namespace {

/// All messages: those of operations in the order of Facts, then the others.
std::vector<Node> messages_of(const RuleContext& context) {
  std::vector<Node> messages;
  for (const OperationUse& use : context.facts.operations()) {
    const Node message = context.api.target(use.operation["message"]);
    messages.push_back(message);
    for (const Node choice : message["oneOf"].items()) {
      messages.push_back(context.api.target(choice));
    }
  }
  for (const uint32_t index : context.api.of(NodeType::kMessage)) {
    messages.push_back(context.api.nodes()[index].node);
  }
  return messages;
}

void check(const TypedNode&, RuleContext& context) {
  StringMap<Node> seen;
  std::unordered_set<Node, NodeHash> done;
  for (const Node message : messages_of(context)) {
    if (!done.insert(message).second) continue;
    const Node id = effective(context.api, message, "messageId");
    if (!id.is_string()) continue;
    const auto [known, is_new] = seen.emplace(id.text(), id);
    Node& first = known->second;
    if (is_new || first == id) continue;
    context.report(id, "message id {} is taken already", quoted(id.text()))
        .note(first, other_use(first, id));
    if (stands_before(id, first)) first = id;
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
        "    userDeleted: {messageId: deleted}\n"
        "                             ^^^^^^^\n",
    .good =
        "components:\n"
        "  messages:\n"
        "    pizzaDeleted: {messageId: pizzaDeleted}\n"
        "    userDeleted: {messageId: userDeleted}\n",
    .on = NodeType::kRoot,
    .check = check,
};

}  // namespace tizza::spec
