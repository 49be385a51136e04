#include "spec/rule.hpp"
#include "spec/rules/fields.hpp"

namespace tizza::spec {
namespace {

void check(const TypedNode& typed, RuleContext& context) {
  const auto place = lacking_items(typed.node, "tags", head_of(typed.node));
  if (place) context.report(*place, "the description has no tags");
}

}  // namespace

extern const Rule kOpenApiTags = {
    .id = "openapi-tags",
    .set = RuleSet::kSpectralOas,
    .severity = Severity::kWarn,
    .is_opt_in = true,
    .recommended = std::nullopt,
    .versions = kAllOas,
    .summary = "the description has a list of tags",
    .rationale = "Tags group the operations in documentation and in generated clients.",
    .bad =
        "swagger: '2.0'\n"
        "^^^^^^^\n"
        "info: {title: x, version: x}\n",
    .good =
        "tags:\n"
        "- name: pizza\n",
    .on = NodeType::kRoot,
    .check = check,
};

}  // namespace tizza::spec
