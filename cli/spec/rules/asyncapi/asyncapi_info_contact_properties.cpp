#include "spec/rule.hpp"
#include "spec/rules/asyncapi/presence.hpp"

namespace tizza::spec {
namespace {

void check(const TypedNode& typed, RuleContext& context) {
  for (const auto field : {"name", "url", "email"}) {
    check_presence(typed.node, context.api.label(typed), field, "the contact", context);
  }
}

}  // namespace

extern const Rule kAsyncApiInfoContactProperties = {
    .id = "asyncapi-info-contact-properties",
    .set = RuleSet::kSpectralAsyncApi,
    .severity = Severity::kWarn,
    .recommended = std::nullopt,
    .versions = kAllAsyncApi,
    .summary = "the contact has a name, a URL and an email address",
    .rationale = "One way to reach somebody is soon out of date; three rarely are at once.",
    .bad =
        "info:\n"
        "  title: culinary-service\n"
        "  version: 1.0.0\n"
        "  contact: {name: culinary, url: https://tizza.com}\n"
        "  ^^^^^^^\n",
    .good =
        "info:\n"
        "  title: culinary-service\n"
        "  version: 1.0.0\n"
        "  contact:\n"
        "    name: culinary\n"
        "    url: https://tizza.com/culinary\n"
        "    email: team-culinary@tizza.com\n",
    .on = NodeType::kContact,
    .check = check,
};

}  // namespace tizza::spec
