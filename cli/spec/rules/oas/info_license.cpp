#include "spec/rule.hpp"
#include "spec/rules/fields.hpp"

namespace tizza::spec {
namespace {

void check(const TypedNode& typed, RuleContext& context) {
  const auto info = typed.node.find("info");
  const Place holder = info ? Place(info->key) : head_of(typed.node);
  const auto place = lacking(info ? info->value : Node(), "license", holder);
  if (place) context.report(*place, "`info` has no license");
}

}  // namespace

extern const Rule kInfoLicense = {
    .id = "info-license",
    .set = RuleSet::kSpectralOas,
    .severity = Severity::kWarn,
    .is_opt_in = true,
    .recommended = std::nullopt,
    .versions = kAllOas,
    .summary = "`info` names a license",
    .rationale =
        "A public API without a license leaves open what clients may do with its description "
        "and its data.",
    .bad =
        "info:\n"
        "^^^^\n"
        "  title: culinary-service\n"
        "  version: 0.0.1\n",
    .good =
        "info:\n"
        "  title: culinary-service\n"
        "  version: 0.0.1\n"
        "  license: {name: MIT}\n",
    .on = NodeType::kRoot,
    .check = check,
};

}  // namespace tizza::spec
