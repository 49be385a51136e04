#include "spec/rule.hpp"
#include "spec/rules/events/event.hpp"
#include "spec/wording.hpp"

namespace tizza::spec {
namespace {

void check(const TypedNode&, RuleContext& context) {
  for (const AddressUse& use : context.facts.addresses()) {
    if (!use.address || parse_routing_key(use.address.text())) continue;
    context
        .report(use.address, "routing key {} does not end with a version",
                quoted(use.address.text()))
        .help("end it with the version of the payload: `" + std::string(use.address.text()) +
              ".1`");
  }
}

}  // namespace

extern const Rule kEventsVersionedRoutingKey = {
    .id = "events-versioned-routing-key",
    .set = RuleSet::kTizzaEvents,
    .severity = Severity::kWarn,
    .recommended = std::nullopt,
    .versions = kAllAsyncApi,
    .summary = "routing keys end with the version of their payload",
    .rationale =
        "A consumer binds the major version that it understands, and a queue named "
        "after it shows who still reads the old one. Without a version every change of "
        "the payload reaches every consumer at once.",
    .bad =
        "channels:\n"
        "  pizza.deleted:\n"
        "  ^^^^^^^^^^^^^\n"
        "    subscribe: {message: {payload: {type: object}}}\n",
    .good =
        "channels:\n"
        "  pizza.deleted.1.0.0:\n"
        "    subscribe: {message: {payload: {type: object}}}\n",
    .on = NodeType::kRoot,
    .check = check,
};

}  // namespace tizza::spec
