#include "spec/rule.hpp"
#include "spec/rules/asyncapi/presence.hpp"

namespace tizza::spec {
namespace {

void check(const TypedNode&, RuleContext& context) {
  for (const OperationUse& use : context.facts.operations()) {
    check_presence(use.operation, use.verb, "description", "operation", context);
  }
}

}  // namespace

extern const Rule kAsyncApi3OperationDescription = {
    .id = "asyncapi-3-operation-description",
    .set = RuleSet::kSpectralAsyncApi,
    .severity = Severity::kWarn,
    .recommended = std::nullopt,
    .versions = kAllAsyncApi3,
    .summary = "every operation has a description",
    .rationale =
        "A name says what is sent; when and why it is sent is what the reader does not "
        "know.",
    .bad =
        "operations:\n"
        "  announceBaked:\n"
        "  ^^^^^^^^^^^^^\n"
        "    action: send\n"
        "    channel: {$ref: '#/channels/baked'}\n"
        "channels:\n"
        "  baked: {address: pizza.baked.1}\n",
    .good =
        "operations:\n"
        "  announceBaked:\n"
        "    action: send\n"
        "    description: sent when a pizza leaves the oven\n"
        "    channel: {$ref: '#/channels/baked'}\n"
        "channels:\n"
        "  baked: {address: pizza.baked.1}\n",
    .on = NodeType::kRoot,
    .check = check,
};

}  // namespace tizza::spec
