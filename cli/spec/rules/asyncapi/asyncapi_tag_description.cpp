#include "spec/rule.hpp"
#include "spec/rules/asyncapi/tags.hpp"

namespace tizza::spec {
namespace {

void check(const TypedNode& typed, RuleContext& context) {
  check_tag_descriptions(typed.node["tags"], context);
}

}  // namespace

extern const Rule kAsyncApiTagDescription = {
    .id = "asyncapi-tag-description",
    .set = RuleSet::kSpectralAsyncApi,
    .severity = Severity::kWarn,
    .is_opt_in = true,
    .recommended = std::nullopt,
    .versions = kAllAsyncApi2,
    .summary = "every tag has a description",
    .rationale = "A word alone tells little of what belongs under it.",
    .bad =
        "tags: [{name: pizza}]\n"
        "        ^^^^\n",
    .good = "tags: [{name: pizza, description: what we bake}]\n",
    .on = NodeType::kRoot,
    .check = check,
};

}  // namespace tizza::spec
