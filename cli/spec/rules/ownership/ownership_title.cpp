#include "spec/rule.hpp"
#include "spec/wording.hpp"

namespace tizza::spec {
namespace {

void check(const TypedNode& typed, RuleContext& context) {
  const Registration* known = context.registration;
  const Node title = typed.node["info"]["title"];
  if (!known || known->service.empty() || !title.is_string() || title.text() == known->service)
    return;
  context.report(title, "the title is {}, and the service {}", quoted(title.text()),
                 quoted(known->service));
}

}  // namespace

extern const Rule kOwnershipTitle = {
    .id = "ownership-title",
    .set = RuleSet::kTizzaOwnership,
    .severity = Severity::kInfo,
    .recommended = std::nullopt,
    .versions = kAllVersions,
    .summary = "the title is the name of the service",
    .rationale =
        "Logs, dashboards and the registry know the service by one name; a description with "
        "another is not found.",
    .bad =
        "info: {title: Fridge, version: 0.0.1}\n"
        "              ^^^^^^\n",
    .good = "info: {title: culinary-service, version: 0.0.1}\n",
    .on = NodeType::kRoot,
    .check = check,
};

}  // namespace tizza::spec
