#include "spec/rules/oas/webhook_field.hpp"

namespace tizza::spec {
namespace {

void check(const TypedNode& typed, RuleContext& context) {
  check_no_webhook_field(typed.node, "servers", "names servers", context);
}

}  // namespace

extern const Rule kOas31ServersInWebhook = {
    .id = "oas3_1-servers-in-webhook",
    .set = RuleSet::kSpectralOas,
    .severity = Severity::kWarn,
    .recommended = std::nullopt,
    .versions = Versions::range(Version::kOpenApi31, Version::kOpenApi32),
    .summary = "webhooks name no servers",
    .rationale =
        "A webhook is called by the API at an address that the receiver gives; servers of the "
        "API have no meaning there.",
    .bad =
        "webhooks:\n"
        "  pizzaDeleted:\n"
        "    post:\n"
        "      responses: {200: {description: noted}}\n"
        "      servers: [{url: https://tizza.com}]\n"
        "      ^^^^^^^\n",
    .good =
        "webhooks:\n"
        "  pizzaDeleted:\n"
        "    post:\n"
        "      responses: {200: {description: noted}}\n",
    .on = NodeType::kRoot,
    .check = check,
};

}  // namespace tizza::spec
