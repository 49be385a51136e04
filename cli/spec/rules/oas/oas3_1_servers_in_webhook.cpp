#include "spec/rule.hpp"
#include "spec/wording.hpp"

namespace tizza::spec {
namespace {

void check(const TypedNode& typed, RuleContext& context) {
  for (const auto& [name, written] : typed.node["webhooks"].entries()) {
    for (const auto& [verb, operation] : context.api.target(written).entries()) {
      const auto found = operation.find("servers");
      if (found) context.report(found->key, "webhook {} names servers", quoted(name.text()));
    }
  }
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
