#include "spec/rule.hpp"
#include "spec/rules/events/event.hpp"
#include "spec/wording.hpp"

namespace tizza::spec {
namespace {

void check(const TypedNode&, RuleContext& context) {
  for (const AddressUse& use : context.facts.addresses()) {
    const Node stated = stated_exchange(use.item);
    const Node bound = bound_exchange(context.api, use.item);
    if (!stated || !bound || stated.text() == bound.text()) continue;
    context
        .report(stated, "`x-exchange` says {}, the amqp binding {}", quoted(stated.text()),
                quoted(bound.text()))
        .note(bound, "the binding");
  }
}

}  // namespace

extern const Rule kEventsExchangeAgrees = {
    .id = "events-exchange-agrees",
    .set = RuleSet::kTizzaEvents,
    .severity = Severity::kError,
    .recommended = Severity::kWarn,
    .versions = kAllAsyncApi,
    .summary = "`x-exchange` and the amqp binding name the same exchange",
    .rationale = "A publisher that reads one and a consumer that reads the other never meet.",
    .bad =
        "channels:\n"
        "  user.deleted.1:\n"
        "    x-exchange: users\n"
        "                ^^^^^\n"
        "    bindings: {amqp: {is: routingKey, exchange: {name: user}}}\n",
    .good =
        "channels:\n"
        "  user.deleted.1:\n"
        "    x-exchange: user\n"
        "    bindings: {amqp: {is: routingKey, exchange: {name: user}}}\n",
    .on = NodeType::kRoot,
    .check = check,
};

}  // namespace tizza::spec
