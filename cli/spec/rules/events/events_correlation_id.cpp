#include "spec/rule.hpp"
#include "spec/rules/asyncapi/presence.hpp"
#include "spec/rules/asyncapi/traits.hpp"

namespace tizza::spec {
namespace {

void check(const TypedNode&, RuleContext& context) {
  for (const uint32_t index : context.api.of(NodeType::kMessage)) {
    const TypedNode& message = context.api.nodes()[index];
    if (effective(context.api, message.node, "correlationId")) continue;
    check_presence(message.node, context.api.label(message), "correlationId", "the message",
                   context);
  }
}

}  // namespace

extern const Rule kEventsCorrelationId = {
    .id = "events-correlation-id",
    .set = RuleSet::kTizzaEvents,
    .severity = Severity::kWarn,
    .is_opt_in = true,
    .recommended = std::nullopt,
    .versions = kAllAsyncApi,
    .summary = "every message carries a correlation id",
    .rationale =
        "What one request set off in many services can only be followed by an id that "
        "travels along. It is off by default.",
    .bad =
        "channels:\n"
        "  user.deleted.1: {subscribe: {message: {payload: {type: object}}}}\n"
        "                               ^^^^^^^\n",
    .good =
        "channels:\n"
        "  user.deleted.1:\n"
        "    subscribe:\n"
        "      message:\n"
        "        correlationId: {location: $message.header#/correlation_id}\n"
        "        payload: {type: object}\n",
    .on = NodeType::kRoot,
    .check = check,
};

}  // namespace tizza::spec
