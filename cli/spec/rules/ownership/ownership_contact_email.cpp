#include "spec/rule.hpp"
#include "spec/rules/ownership/owners.hpp"

namespace tizza::spec {
namespace {

void check(const TypedNode& typed, RuleContext& context) {
  check_contact(typed.node, "email", &Registration::Team::email, context);
}

}  // namespace

extern const Rule kOwnershipContactEmail = {
    .id = "ownership-contact-email",
    .set = RuleSet::kTizzaOwnership,
    .severity = Severity::kWarn,
    .recommended = std::nullopt,
    .versions = kAllVersions,
    .summary = "the contact has the email of an owner team",
    .rationale =
        "Mail to somebody who left the team is answered by nobody. The address in the registry "
        "is kept.",
    .bad =
        "info:\n"
        "  title: culinary-service\n"
        "  version: 0.0.1\n"
        "  contact: {email: jane@tizza.com}\n"
        "                   ^^^^^^^^^^^^^^\n",
    .good =
        "info:\n"
        "  title: culinary-service\n"
        "  version: 0.0.1\n"
        "  contact: {email: team-culinary@tizza.com}\n",
    .on = NodeType::kRoot,
    .check = check,
};

}  // namespace tizza::spec
