#include "spec/rule.hpp"
#include "spec/rules/asyncapi/presence.hpp"

namespace tizza::spec {
namespace {

void check(const TypedNode& typed, RuleContext& context) {
  const auto license = typed.node.find("license");
  if (license && license->value.is_mapping()) {
    check_presence(license->value, license->key, "url", "the license", context);
  } else {
    check_presence(typed.node, context.api.label(typed), "license", "the info object", context);
  }
}

}  // namespace

extern const Rule kAsyncApiInfoLicenseUrl = {
    .id = "asyncapi-info-license-url",
    .set = RuleSet::kSpectralAsyncApi,
    .severity = Severity::kWarn,
    .is_opt_in = true,
    .recommended = std::nullopt,
    .versions = kAllAsyncApi,
    .summary = "the license links to its text",
    .rationale = "A name alone may stand for several texts.",
    .bad =
        "info:\n"
        "  title: culinary-service\n"
        "  version: 1.0.0\n"
        "  license: {name: Apache-2.0}\n"
        "  ^^^^^^^\n",
    .good =
        "info:\n"
        "  title: culinary-service\n"
        "  version: 1.0.0\n"
        "  license:\n"
        "    name: Apache-2.0\n"
        "    url: https://www.apache.org/licenses/LICENSE-2.0\n",
    .on = NodeType::kInfo,
    .check = check,
};

}  // namespace tizza::spec
