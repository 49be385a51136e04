#include "spec/rule.hpp"
#include "spec/rules/events/event.hpp"
#include "spec/wording.hpp"

namespace tizza::spec {
namespace {

std::string_view verb_of(Roles roles) {
  return roles.sends && roles.receives ? "sends and receives" : roles.sends ? "sends" : "receives";
}

void check(const TypedNode&, RuleContext& context) {
  RolesByChannel roles = roles_by_channel(context);
  for (const Migration& migration : migrations_of(context)) {
    const Roles older = roles[migration.older.use.item];
    const Roles newer = roles[migration.newer.use.item];
    if (older.is_none() || newer.is_none()) continue;
    const bool has_all = (!older.sends || newer.sends) && (!older.receives || newer.receives);
    if (has_all) continue;
    context
        .report(migration.newer.use.key, "the service {} {} and {} {}", verb_of(older),
                quoted(migration.older.use.key.text()), verb_of(newer),
                quoted(migration.newer.use.key.text()))
        .note(migration.older.use.key, "the older version");
  }
}

}  // namespace

extern const Rule kEventsVersionsSameRole = {
    .id = "events-versions-same-role",
    .set = RuleSet::kTizzaEvents,
    .severity = Severity::kWarn,
    .recommended = Severity::kWarn,
    .versions = kAllAsyncApi,
    .summary = "a service has the same role in both versions of an event",
    .rationale =
        "Who sends the old version sends the new one too while consumers move. The "
        "words changed sides between the versions of AsyncAPI: 2.0.0-rc1 and 3 say what "
        "the service does, 2.0 to 2.6 what others do.",
    .bad =
        "channels:\n"
        "  user.deleted.1: {subscribe: {message: {payload: {type: object}}}}\n"
        "  user.deleted.2: {publish: {message: {payload: {type: object}}}}\n"
        "  ^^^^^^^^^^^^^^\n",
    .good =
        "channels:\n"
        "  user.deleted.1: {subscribe: {message: {payload: {type: object}}}}\n"
        "  user.deleted.2: {subscribe: {message: {payload: {type: object}}}}\n",
    .on = NodeType::kRoot,
    .check = check,
};

}  // namespace tizza::spec
