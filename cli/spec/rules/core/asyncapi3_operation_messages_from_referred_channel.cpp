#include "spec/rule.hpp"
#include "spec/wording.hpp"

namespace tizza::spec {
namespace {

/// Of an operation or of a reply.
void check(const TypedNode& typed, RuleContext& context) {
  const Node channel = context.api.target(typed.node["channel"]);
  if (!channel.is_mapping()) return;
  const Node messages = channel["messages"];
  for (const Node message : typed.node["messages"].items()) {
    const Reference* reference = context.api.reference_at(message);
    if (!reference || !reference->target) continue;  // another finding
    if (messages && reference->target.parent() == messages) continue;
    auto finding = context.report(reference->value, "{} is not a message of the channel",
                                  quoted(reference->value.text()));
    finding.note(typed.node["channel"], "this channel");
  }
}

}  // namespace

extern const Rule kAsyncApi3OperationMessagesFromReferredChannel = {
    .id = "asyncapi3-operation-messages-from-referred-channel",
    .set = RuleSet::kTizzaCore,
    .severity = Severity::kError,
    .recommended = Severity::kError,
    .versions = kAllAsyncApi3,
    .summary = "the messages of operations and replies are those of their channel",
    .rationale =
        "The specification says that they MUST be a subset of the messages that the "
        "channel defines, and MUST NOT point anywhere else: what goes over a channel is "
        "told in one place.",
    .bad =
        "channels:\n"
        "  deleted:\n"
        "    address: pizza.deleted.1\n"
        "    messages: {deleted: {payload: {type: object}}}\n"
        "  replies: {address: null}\n"
        "operations:\n"
        "  delete:\n"
        "    action: receive\n"
        "    channel: {$ref: '#/channels/deleted'}\n"
        "    messages: [{$ref: '#/components/messages/deleted'}]\n"
        "                      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^\n"
        "components:\n"
        "  messages:\n"
        "    deleted: {payload: {type: object}}\n",
    .good =
        "channels:\n"
        "  deleted:\n"
        "    address: pizza.deleted.1\n"
        "    messages: {deleted: {payload: {type: object}}}\n"
        "  replies: {address: null}\n"
        "operations:\n"
        "  delete:\n"
        "    action: receive\n"
        "    channel: {$ref: '#/channels/deleted'}\n"
        "    messages: [{$ref: '#/channels/deleted/messages/deleted'}]\n",
    .on = {NodeType::kOperation, NodeType::kReply},
    .check = check,
};

}  // namespace tizza::spec
