#include "spec/rule.hpp"
#include "spec/rules/ownership/owners.hpp"

namespace tizza::spec {
namespace {

void check(const TypedNode& typed, RuleContext& context) {
  check_contact(typed.node, "name", &Registration::Team::name, context);
}

}  // namespace

extern const Rule kOwnershipContactName = {
    .id = "ownership-contact-name",
    .set = RuleSet::kTizzaOwnership,
    .severity = Severity::kWarn,
    .recommended = std::nullopt,
    .versions = kAllVersions,
    .summary = "the contact is named after an owner team",
    .rationale = "The name is what people search for in the registry and in the chat.",
    .bad =
        "info:\n"
        "  title: culinary-service\n"
        "  version: 0.0.1\n"
        "  contact: {name: jane}\n"
        "                  ^^^^\n",
    .good =
        "info:\n"
        "  title: culinary-service\n"
        "  version: 0.0.1\n"
        "  contact: {name: culinary}\n",
    .on = NodeType::kRoot,
    .check = check,
};

}  // namespace tizza::spec
