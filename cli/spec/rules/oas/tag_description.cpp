#include "spec/rule.hpp"
#include "spec/rules/fields.hpp"
#include "spec/wording.hpp"

namespace tizza::spec {
namespace {

void check(const TypedNode& typed, RuleContext& context) {
  for (const Node written : typed.node["tags"].items()) {
    const Node tag = context.api.target(written);
    const auto place = lacking(tag, "description", by_field(tag, "name"));
    if (place) context.report(*place, "tag {} has no description", quoted(tag["name"].text()));
  }
}

}  // namespace

extern const Rule kTagDescription = {
    .id = "tag-description",
    .set = RuleSet::kSpectralOas,
    .severity = Severity::kWarn,
    .is_opt_in = true,
    .recommended = std::nullopt,
    .versions = kAllOas,
    .summary = "every tag at the root has a description",
    .rationale = "Documentation shows it as the introduction to the group of operations.",
    .bad =
        "tags:\n"
        "- name: pizza\n"
        "        ^^^^^\n",
    .good =
        "tags:\n"
        "- name: pizza\n"
        "  description: The pizzas and what is known of them\n",
    .on = NodeType::kRoot,
    .check = check,
};

}  // namespace tizza::spec
