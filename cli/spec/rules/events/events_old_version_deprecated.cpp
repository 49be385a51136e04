#include "spec/rule.hpp"
#include "spec/rules/events/event.hpp"
#include "spec/wording.hpp"

namespace tizza::spec {
namespace {

void check(const TypedNode&, RuleContext& context) {
  for (const Migration& migration : migrations_of(context)) {
    if (is_deprecated(context.api, migration.older.use)) continue;
    context
        .report(migration.older.use.key, "{} has a newer version and is not deprecated",
                quoted(migration.older.use.key.text()))
        .note(migration.newer.use.key, "the newer version")
        .help("say `deprecated: true` on its messages, and in `x-sunset` until when it is sent");
  }
}

}  // namespace

extern const Rule kEventsOldVersionDeprecated = {
    .id = "events-old-version-deprecated",
    .set = RuleSet::kTizzaEvents,
    .severity = Severity::kWarn,
    .recommended = std::nullopt,
    .versions = kAllAsyncApi,
    .summary = "of two versions of an event side by side, the older one is deprecated",
    .rationale =
        "A breaking change publishes both versions for a while. The consumers of the "
        "old one have to see that it goes.",
    .bad =
        "channels:\n"
        "  user.deleted.1: {subscribe: {message: {payload: {type: object}}}}\n"
        "  ^^^^^^^^^^^^^^\n"
        "  user.deleted.2: {subscribe: {message: {payload: {type: object}}}}\n",
    .good =
        "channels:\n"
        "  user.deleted.1:\n"
        "    deprecated: true\n"
        "    x-sunset: 2027-01-31\n"
        "    subscribe: {message: {payload: {type: object}}}\n"
        "  user.deleted.2: {subscribe: {message: {payload: {type: object}}}}\n",
    .on = NodeType::kRoot,
    .check = check,
};

}  // namespace tizza::spec
