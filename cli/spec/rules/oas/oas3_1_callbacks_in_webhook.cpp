#include "spec/rules/oas/webhook_field.hpp"

namespace tizza::spec {
namespace {

void check(const TypedNode& typed, RuleContext& context) {
  check_no_webhook_field(typed.node, "callbacks", "has callbacks", context);
}

}  // namespace

extern const Rule kOas31CallbacksInWebhook = {
    .id = "oas3_1-callbacks-in-webhook",
    .set = RuleSet::kSpectralOas,
    .severity = Severity::kWarn,
    .recommended = std::nullopt,
    .versions = Versions::range(Version::kOpenApi31, Version::kOpenApi32),
    .summary = "webhooks have no callbacks",
    .rationale =
        "A webhook is a call to the receiver; what the receiver would call back belongs to an "
        "operation.",
    .bad =
        "webhooks:\n"
        "  pizzaDeleted:\n"
        "    post:\n"
        "      responses: {200: {description: noted}}\n"
        "      callbacks: {}\n"
        "      ^^^^^^^^^\n",
    .good =
        "webhooks:\n"
        "  pizzaDeleted:\n"
        "    post:\n"
        "      responses: {200: {description: noted}}\n",
    .on = NodeType::kRoot,
    .check = check,
};

}  // namespace tizza::spec
