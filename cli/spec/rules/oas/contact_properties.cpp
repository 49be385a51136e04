#include "spec/rule.hpp"
#include "spec/rules/fields.hpp"

namespace tizza::spec {
namespace {

void check(const TypedNode& typed, RuleContext& context) {
  for (const std::string_view field : {"name", "url", "email"}) {
    const auto place = lacking(typed.node, field, head_of(typed.node));
    if (place) context.report(*place, "the contact has no `{}`", field);
  }
}

}  // namespace

extern const Rule kContactProperties = {
    .id = "contact-properties",
    .set = RuleSet::kSpectralOas,
    .severity = Severity::kWarn,
    .is_opt_in = true,
    .recommended = std::nullopt,
    .versions = kAllOas,
    .summary = "the contact has a name, a URL and an email",
    .rationale =
        "People reach a team in different ways: a name to ask for, a page with the current "
        "state, and an address.",
    .bad =
        "info:\n"
        "  title: x\n"
        "  version: x\n"
        "  contact: {name: culinary, url: https://tizza.com}\n"
        "            ^^^^\n",
    .good =
        "info:\n"
        "  title: x\n"
        "  version: x\n"
        "  contact: {name: culinary, url: https://tizza.com/culinary, email: "
        "team-culinary@tizza.com}\n",
    .on = NodeType::kContact,
    .check = check,
};

}  // namespace tizza::spec
