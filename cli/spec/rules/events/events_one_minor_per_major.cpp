#include "spec/rule.hpp"
#include "spec/rules/events/event.hpp"
#include "spec/wording.hpp"

namespace tizza::spec {
namespace {

void check(const TypedNode&, RuleContext& context) {
  const Event* before = nullptr;
  const auto events = events_of(context);
  for (const Event& event : events) {
    const bool is_same =
        before && before->is_same_event(event) && before->key.major == event.key.major;
    if (is_same) {
      context
          .report(event.use.key, "version {} of {} stands beside {}", event.key.version,
                  quoted(event.key.name), before->key.version)
          .note(before->use.key, "the other one")
          .help("consumers bind the major version: keep the newer one alone");
    }
    before = &event;
  }
}

}  // namespace

extern const Rule kEventsOneMinorPerMajor = {
    .id = "events-one-minor-per-major",
    .set = RuleSet::kTizzaEvents,
    .severity = Severity::kWarn,
    .recommended = std::nullopt,
    .versions = kAllAsyncApi,
    .summary = "an event has one version of each major",
    .rationale =
        "A minor version only adds; consumers bind the major (`user.deleted.1.#`) and "
        "get the newer one without a change. Two of them are the same event twice.",
    .bad =
        "channels:\n"
        "  user.deleted.1.0.0: {}\n"
        "  user.deleted.1.1.0: {}\n"
        "  ^^^^^^^^^^^^^^^^^^\n",
    .good =
        "channels:\n"
        "  user.deleted.1.1.0: {}\n"
        "  user.deleted.2.0.0: {}\n",
    .on = NodeType::kRoot,
    .check = check,
};

}  // namespace tizza::spec
