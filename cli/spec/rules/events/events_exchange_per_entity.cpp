#include "base/strings.hpp"
#include "spec/rule.hpp"
#include "spec/rules/events/event.hpp"
#include "spec/wording.hpp"

namespace tizza::spec {
namespace {

/// `user` of `user.deleted`.
std::string_view entity_of(std::string_view name) {
  return name.substr(0, name.find_first_of("./"));
}

void check(const TypedNode&, RuleContext& context) {
  StringMap<Node> known;
  for (const Event& event : events_of(context)) {
    if (!event.exchange) continue;
    const auto [first, is_new] = known.emplace(entity_of(event.key.name), event.exchange);
    if (is_new || first->second.text() == event.exchange.text()) continue;
    context
        .report(event.exchange, "events of `{}` are on {} here and on {} elsewhere",
                entity_of(event.key.name), quoted(event.exchange.text()),
                quoted(first->second.text()))
        .note(first->second, "here");
  }
}

}  // namespace

extern const Rule kEventsExchangePerEntity = {
    .id = "events-exchange-per-entity",
    .set = RuleSet::kTizzaEvents,
    .severity = Severity::kWarn,
    .recommended = Severity::kWarn,
    .versions = kAllAsyncApi,
    .summary = "all events of one entity are on one exchange",
    .rationale =
        "There is one exchange a domain and one routing key an event. Two spellings of "
        "an exchange mean that a consumer listens where nobody speaks.",
    .bad =
        "channels:\n"
        "  user.created.1: {x-exchange: user}\n"
        "  user.deleted.1: {x-exchange: users}\n"
        "                               ^^^^^\n",
    .good =
        "channels:\n"
        "  user.created.1: {x-exchange: user}\n"
        "  user.deleted.1: {x-exchange: user}\n",
    .on = NodeType::kRoot,
    .check = check,
};

}  // namespace tizza::spec
