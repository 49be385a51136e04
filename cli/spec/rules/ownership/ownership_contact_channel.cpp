#include "spec/rule.hpp"
#include "spec/rules/ownership/owners.hpp"

namespace tizza::spec {
namespace {

void check(const TypedNode& typed, RuleContext& context) {
  check_contact(typed.node, "x-slack-channel", &Registration::Team::channel, context);
}

}  // namespace

extern const Rule kOwnershipContactChannel = {
    .id = "ownership-contact-channel",
    .set = RuleSet::kTizzaOwnership,
    .severity = Severity::kWarn,
    .recommended = std::nullopt,
    .versions = kAllVersions,
    .summary = "the contact has the channel of an owner team",
    .rationale = "The channel should be one click away for whoever meets a problem with the API.",
    .bad =
        "info:\n"
        "  title: culinary-service\n"
        "  version: 0.0.1\n"
        "  contact: {x-slack-channel: '#pizza'}\n"
        "                             ^^^^^^^^\n",
    .good =
        "info:\n"
        "  title: culinary-service\n"
        "  version: 0.0.1\n"
        "  contact: {x-slack-channel: '#team-culinary'}\n",
    .on = NodeType::kRoot,
    .check = check,
};

}  // namespace tizza::spec
