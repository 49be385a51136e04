#include "spec/rule.hpp"
#include "spec/rules/fields.hpp"

namespace tizza::spec {
namespace {

void check(const TypedNode& typed, RuleContext& context) {
  if (!context.registration || !context.registration->service.empty()) return;
  context.report(head_of(typed.node), "no service of the registry names this description")
      .help("`tizza registry set SERVICE swagger_file_location=FILE` names it");
}

}  // namespace

extern const Rule kOwnershipRegistered = {
    .id = "ownership-registered",
    .set = RuleSet::kTizzaOwnership,
    .severity = Severity::kWarn,
    .recommended = std::nullopt,
    .versions = kAllVersions,
    .summary = "a service of the registry names the description",
    .rationale =
        "Nobody finds an API whose description no service names, and nobody is asked before it "
        "breaks.",
    .bad =
        "# tizza-registry.yaml\n"
        "services:\n"
        "  culinary-service: {owners: [culinary]}\n",
    .good =
        "# tizza-registry.yaml\n"
        "services:\n"
        "  culinary-service: {owners: [culinary], swagger_file_location: swagger.yaml}\n",
    .on = NodeType::kRoot,
    .check = check,
};

}  // namespace tizza::spec
