#include "spec/rule.hpp"
#include "spec/rules/asyncapi/presence.hpp"
#include "spec/rules/asyncapi/traits.hpp"

namespace tizza::spec {
namespace {

void check(const TypedNode& typed, RuleContext& context) {
  if (context.api.root()["defaultContentType"] || !typed.node["payload"]) return;
  if (effective(context.api, typed.node, "contentType")) return;
  check_presence(typed.node, context.api.label(typed), "contentType", "the message", context);
}

}  // namespace

extern const Rule kAsyncApiMessageContentType = {
    .id = "asyncapi-message-content-type",
    .set = RuleSet::kTizzaCore,
    .severity = Severity::kWarn,
    .is_opt_in = true,
    .recommended = std::nullopt,
    .versions = kAllAsyncApi,
    .summary = "the content type of every message is known",
    .rationale =
        "Without a content type, its own or the default one, a consumer has to guess "
        "how the payload is written.",
    .bad =
        "channels:\n"
        "  pizza.baked.1:\n"
        "    subscribe: {message: {payload: {type: object}}}\n"
        "                ^^^^^^^\n",
    .good =
        "defaultContentType: application/json\n"
        "channels:\n"
        "  pizza.baked.1:\n"
        "    subscribe: {message: {payload: {type: object}}}\n",
    .on = NodeType::kMessage,
    .check = check,
};

}  // namespace tizza::spec
