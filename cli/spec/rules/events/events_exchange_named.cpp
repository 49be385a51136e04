#include "spec/rule.hpp"
#include "spec/rules/events/event.hpp"
#include "spec/wording.hpp"

namespace tizza::spec {
namespace {

void check(const TypedNode&, RuleContext& context) {
  if (!speaks_amqp(context.api)) return;
  for (const AddressUse& use : context.facts.addresses()) {
    if (exchange_of(context.api, use.item) || is_queue(context.api, use.item)) continue;
    context
        .report(use.key, "channel {} does not say on which exchange it is", quoted(use.key.text()))
        .help("name it in `x-exchange`, or in the amqp binding");
  }
}

}  // namespace

extern const Rule kEventsExchangeNamed = {
    .id = "events-exchange-named",
    .set = RuleSet::kTizzaEvents,
    .severity = Severity::kWarn,
    .recommended = std::nullopt,
    .versions = kAllAsyncApi,
    .summary = "every channel says on which exchange its messages are",
    .rationale =
        "The format knows routing keys alone, but a queue is bound to an exchange: "
        "without its name nobody can receive the message. It goes into `x-exchange` or "
        "into the amqp binding.",
    .bad =
        "servers:\n"
        "  production: {url: broker.tizza.com, protocol: amqp}\n"
        "channels:\n"
        "  pizza.deleted.1: {subscribe: {message: {payload: {type: object}}}}\n"
        "  ^^^^^^^^^^^^^^^\n",
    .good =
        "servers:\n"
        "  production: {url: broker.tizza.com, protocol: amqp}\n"
        "channels:\n"
        "  pizza.deleted.1:\n"
        "    x-exchange: pizza\n"
        "    subscribe: {message: {payload: {type: object}}}\n",
    .on = NodeType::kRoot,
    .check = check,
};

}  // namespace tizza::spec
