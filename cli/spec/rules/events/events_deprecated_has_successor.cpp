#include "spec/rule.hpp"
#include "spec/rules/events/event.hpp"
#include "spec/wording.hpp"

namespace tizza::spec {
namespace {

void check(const TypedNode&, RuleContext& context) {
  const auto events = events_of(context);
  for (size_t i = 0; i < events.size(); ++i) {
    if (!is_deprecated(context.api, events[i].use)) continue;
    const bool is_last = i + 1 == events.size() || !events[i].is_same_event(events[i + 1]);
    if (!is_last) continue;
    context.report(events[i].use.key, "{} is deprecated and has no newer version",
                   quoted(events[i].use.key.text()));
  }
}

}  // namespace

extern const Rule kEventsDeprecatedHasSuccessor = {
    .id = "events-deprecated-has-successor",
    .set = RuleSet::kTizzaEvents,
    .severity = Severity::kWarn,
    .is_opt_in = true,
    .recommended = std::nullopt,
    .versions = kAllAsyncApi,
    .summary = "a deprecated event has a newer version beside it",
    .rationale =
        "Consumers can only move when there is something to move to: both versions are "
        "published together until the old one goes. It is off by default, as an event "
        "may also go for good.",
    .bad =
        "channels:\n"
        "  user.deleted.1: {deprecated: true, x-sunset: 2027-01-31}\n"
        "  ^^^^^^^^^^^^^^\n",
    .good =
        "channels:\n"
        "  user.deleted.1: {deprecated: true, x-sunset: 2027-01-31}\n"
        "  user.deleted.2: {}\n",
    .on = NodeType::kRoot,
    .check = check,
};

}  // namespace tizza::spec
