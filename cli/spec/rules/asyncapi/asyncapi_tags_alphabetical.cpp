#include "spec/rule.hpp"
#include "spec/rules/asyncapi/tags.hpp"

namespace tizza::spec {
namespace {

void check(const TypedNode& typed, RuleContext& context) {
  check_tag_order(typed.node, context);
}

}  // namespace

extern const Rule kAsyncApiTagsAlphabetical = {
    .id = "asyncapi-tags-alphabetical",
    .set = RuleSet::kSpectralAsyncApi,
    .severity = Severity::kWarn,
    .is_opt_in = true,
    .recommended = std::nullopt,
    .versions = kAllAsyncApi2,
    .summary = "tags are in alphabetical order",
    .rationale = "A long list is searched by eye.",
    .bad =
        "tags: [{name: pizza}, {name: oven}]\n"
        "^^^^\n",
    .good = "tags: [{name: oven}, {name: pizza}]\n",
    .fix = "sort the tags",
    .on = NodeType::kRoot,
    .check = check,
};

}  // namespace tizza::spec
