#include "spec/rule.hpp"
#include "spec/rules/asyncapi/presence.hpp"

namespace tizza::spec {
namespace {

void check(const TypedNode& typed, RuleContext& context) {
  check_presence(typed.node, context.api.label(typed), "license", "the info object", context);
}

}  // namespace

extern const Rule kAsyncApiInfoLicense = {
    .id = "asyncapi-info-license",
    .set = RuleSet::kSpectralAsyncApi,
    .severity = Severity::kWarn,
    .recommended = std::nullopt,
    .versions = kAllAsyncApi,
    .summary = "the info object names a license",
    .rationale = "Others have to know what they may do with the description.",
    .bad =
        "info: {title: culinary-service, version: 1.0.0}\n"
        "^^^^\n",
    .good =
        "info:\n"
        "  title: culinary-service\n"
        "  version: 1.0.0\n"
        "  license: {name: Apache-2.0}\n",
    .on = NodeType::kInfo,
    .check = check,
};

}  // namespace tizza::spec
