#include "spec/rule.hpp"
#include "spec/rules/asyncapi/presence.hpp"

namespace tizza::spec {
namespace {

void check(const TypedNode& typed, RuleContext& context) {
  check_presence(typed.node, context.api.label(typed), "contact", "the info object", context);
}

}  // namespace

extern const Rule kAsyncApiInfoContact = {
    .id = "asyncapi-info-contact",
    .set = RuleSet::kSpectralAsyncApi,
    .severity = Severity::kWarn,
    .recommended = std::nullopt,
    .versions = kAllAsyncApi,
    .summary = "the info object says whom to contact",
    .rationale = "Whoever finds a defect in a message has to know whom to tell.",
    .bad =
        "info: {title: culinary-service, version: 1.0.0}\n"
        "^^^^\n",
    .good =
        "info:\n"
        "  title: culinary-service\n"
        "  version: 1.0.0\n"
        "  contact: {email: team-culinary@tizza.com}\n",
    .on = NodeType::kInfo,
    .check = check,
};

}  // namespace tizza::spec
