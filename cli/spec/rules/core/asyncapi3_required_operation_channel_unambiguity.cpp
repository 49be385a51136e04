#include "spec/rule.hpp"
#include "spec/rules/core/root_channel.hpp"

namespace tizza::spec {
namespace {

void check(const TypedNode&, RuleContext& context) {
  for (const OperationUse& use : context.facts.operations()) {
    check_root_channel(use.operation["channel"], context);
  }
}

}  // namespace

extern const Rule kAsyncApi3RequiredOperationChannelUnambiguity = {
    .id = "asyncapi3-required-operation-channel-unambiguity",
    .set = RuleSet::kTizzaCore,
    .severity = Severity::kError,
    .recommended = Severity::kError,
    .versions = kAllAsyncApi3,
    .summary = "the channels of operations are those at the root",
    .rationale =
        "The specification says that an operation at the root MUST point to a channel "
        "at the root: a channel of the components is not there until the root refers to "
        "it.",
    .bad =
        "operations:\n"
        "  delete:\n"
        "    action: receive\n"
        "    channel: {$ref: '#/components/channels/deleted'}\n"
        "                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^\n"
        "components:\n"
        "  channels:\n"
        "    deleted: {address: pizza.deleted.1}\n",
    .good =
        "channels:\n"
        "  deleted: {$ref: '#/components/channels/deleted'}\n"
        "operations:\n"
        "  delete:\n"
        "    action: receive\n"
        "    channel: {$ref: '#/channels/deleted'}\n"
        "components:\n"
        "  channels:\n"
        "    deleted: {address: pizza.deleted.1}\n",
    .on = NodeType::kRoot,
    .check = check,
};

}  // namespace tizza::spec
