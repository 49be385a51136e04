#include "spec/rule.hpp"
#include "spec/rules/events/event.hpp"
#include "spec/wording.hpp"

namespace tizza::spec {
namespace {

void check(const TypedNode&, RuleContext& context) {
  for (const Event& event : events_of(context)) {
    if (!is_deprecated(context.api, event.use)) continue;
    const Node sunset = sunset_of(context.api, event.use);
    if (!sunset) {
      context
          .report(event.use.key, "{} is deprecated without a deadline",
                  quoted(event.use.key.text()))
          .help("say until when it is sent: `x-sunset: 2027-01-31`");
    } else if (!is_date(sunset.text())) {
      context.report(sunset, "{} is no date", quoted(sunset.text()))
          .help("for example `2027-01-31`");
    }
  }
}

}  // namespace

extern const Rule kEventsDeprecatedHasSunset = {
    .id = "events-deprecated-has-sunset",
    .set = RuleSet::kTizzaEvents,
    .severity = Severity::kWarn,
    .recommended = std::nullopt,
    .versions = kAllAsyncApi,
    .summary = "a deprecated event says until when it is sent",
    .rationale =
        "A deprecation without a deadline is never acted upon. `x-sunset` holds the "
        "last day, on the channel or on the message.",
    .bad =
        "channels:\n"
        "  user.deleted.1: {deprecated: true}\n"
        "  ^^^^^^^^^^^^^^\n",
    .good =
        "channels:\n"
        "  user.deleted.1: {deprecated: true, x-sunset: 2027-01-31}\n",
    .on = NodeType::kRoot,
    .check = check,
};

}  // namespace tizza::spec
