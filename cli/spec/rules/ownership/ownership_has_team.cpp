#include "spec/rule.hpp"
#include "spec/rules/fields.hpp"
#include "spec/wording.hpp"

namespace tizza::spec {
namespace {

void check(const TypedNode& typed, RuleContext& context) {
  const Registration* known = context.registration;
  if (!known || known->service.empty() || !known->owners.empty()) return;
  context
      .report(head_of(typed.node), "service {} has no owner in the registry",
              quoted(known->service))
      .help("`tizza registry set " + known->service + " owners=TEAM` names one");
}

}  // namespace

extern const Rule kOwnershipHasTeam = {
    .id = "ownership-has-team",
    .set = RuleSet::kTizzaOwnership,
    .severity = Severity::kWarn,
    .recommended = std::nullopt,
    .versions = kAllVersions,
    .summary = "the service of a description has an owner",
    .rationale =
        "An API without a team behind it is nobody's to fix. Teams own services, as people come "
        "and go.",
    .bad =
        "# tizza-registry.yaml\n"
        "services:\n"
        "  culinary-service: {swagger_file_location: swagger.yaml}\n",
    .good =
        "# tizza-registry.yaml\n"
        "services:\n"
        "  culinary-service: {owners: [culinary], swagger_file_location: swagger.yaml}\n",
    .on = NodeType::kRoot,
    .check = check,
};

}  // namespace tizza::spec
