#include "spec/rule.hpp"
#include "spec/rules/core/root_channel.hpp"
#include "spec/wording.hpp"

namespace tizza::spec {
namespace {

void check(const TypedNode&, RuleContext& context) {
  for (const OperationUse& use : context.facts.operations()) {
    const Node reply = context.api.target(use.operation["reply"]);
    if (!reply.is_mapping()) continue;
    check_root_channel(reply["channel"], context);
    const auto address = reply.find("address");
    const Node fixed = context.api.target(reply["channel"])["address"];
    if (!address || !fixed.is_string()) continue;
    context
        .report(address->key, "the reply goes to an address of the message, but its channel has {}",
                quoted(fixed.text()))
        .note(fixed, "this address");
  }
}

}  // namespace

extern const Rule kAsyncApi3OperationReply = {
    .id = "asyncapi-3-operation-reply",
    .set = RuleSet::kTizzaCore,
    .severity = Severity::kError,
    .recommended = Severity::kError,
    .versions = kAllAsyncApi3,
    .summary = "a reply has one address, and its channel is one at the root",
    .rationale =
        "The specification says that where the reply takes its address from the "
        "message, the address of its channel MUST be null or absent, and that the "
        "channel of a reply at the root MUST be at the root too.",
    .bad =
        "channels:\n"
        "  deleted:\n"
        "    address: pizza.deleted.1\n"
        "    messages: {deleted: {payload: {type: object}}}\n"
        "  replies: {address: pizza.answers}\n"
        "operations:\n"
        "  delete:\n"
        "    action: receive\n"
        "    channel: {$ref: '#/channels/deleted'}\n"
        "    reply:\n"
        "      address: {location: $message.header#/replyTo}\n"
        "      ^^^^^^^\n"
        "      channel: {$ref: '#/channels/replies'}\n",
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
        "    reply:\n"
        "      address: {location: $message.header#/replyTo}\n"
        "      channel: {$ref: '#/channels/replies'}\n",
    .on = NodeType::kRoot,
    .check = check,
};

}  // namespace tizza::spec
