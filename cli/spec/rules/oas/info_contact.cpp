#include "spec/rule.hpp"
#include "spec/rules/fields.hpp"

namespace tizza::spec {
namespace {

void check(const TypedNode& typed, RuleContext& context) {
  const auto info = typed.node.find("info");
  const Place holder = info ? Place(info->key) : head_of(typed.node);
  const auto place = lacking(info ? info->value : Node(), "contact", holder);
  if (place) context.report(*place, "`info` has no contact");
}

}  // namespace

extern const Rule kInfoContact = {
    .id = "info-contact",
    .set = RuleSet::kSpectralOas,
    .severity = Severity::kWarn,
    .recommended = std::nullopt,
    .versions = kAllOas,
    .summary = "`info` says whom to contact",
    .rationale =
        "Whoever meets a problem with the API has to find the team that can help without a "
        "search.",
    .bad =
        "info:\n"
        "^^^^\n"
        "  title: culinary-service\n"
        "  version: 0.0.1\n",
    .good =
        "info:\n"
        "  title: culinary-service\n"
        "  version: 0.0.1\n"
        "  contact: {email: team-culinary@tizza.com}\n",
    .on = NodeType::kRoot,
    .check = check,
};

}  // namespace tizza::spec
