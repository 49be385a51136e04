#include "spec/rule.hpp"
#include "spec/rules/asyncapi/tags.hpp"

namespace tizza::spec {
namespace {

void check(const TypedNode& typed, RuleContext& context) {
  check_tag_descriptions(typed.node["tags"], context);
}

}  // namespace

extern const Rule kAsyncApi3TagDescription = {
    .id = "asyncapi-3-tag-description",
    .set = RuleSet::kSpectralAsyncApi,
    .severity = Severity::kWarn,
    .is_opt_in = true,
    .recommended = std::nullopt,
    .versions = kAllAsyncApi3,
    .summary = "every tag has a description",
    .rationale = "A word alone tells little of what belongs under it.",
    .bad =
        "info:\n"
        "  title: culinary-service\n"
        "  version: 1.0.0\n"
        "  tags: [{name: pizza}]\n"
        "          ^^^^\n",
    .good =
        "info:\n"
        "  title: culinary-service\n"
        "  version: 1.0.0\n"
        "  tags: [{name: pizza, description: what we bake}]\n",
    .on = NodeType::kInfo,
    .check = check,
};

}  // namespace tizza::spec
