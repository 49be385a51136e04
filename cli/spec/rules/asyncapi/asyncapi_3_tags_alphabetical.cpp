#include "spec/rule.hpp"
#include "spec/rules/asyncapi/tags.hpp"

namespace tizza::spec {
namespace {

void check(const TypedNode& typed, RuleContext& context) {
  check_tag_order(typed.node, context);
}

}  // namespace

extern const Rule kAsyncApi3TagsAlphabetical = {
    .id = "asyncapi-3-tags-alphabetical",
    .set = RuleSet::kSpectralAsyncApi,
    .severity = Severity::kWarn,
    .is_opt_in = true,
    .recommended = std::nullopt,
    .versions = kAllAsyncApi3,
    .summary = "tags are in alphabetical order",
    .rationale = "A long list is searched by eye.",
    .bad =
        "info:\n"
        "  title: culinary-service\n"
        "  version: 1.0.0\n"
        "  tags: [{name: pizza}, {name: oven}]\n"
        "  ^^^^\n",
    .good =
        "info:\n"
        "  title: culinary-service\n"
        "  version: 1.0.0\n"
        "  tags: [{name: oven}, {name: pizza}]\n",
    .fix = "sort the tags",
    .on = NodeType::kInfo,
    .check = check,
};

}  // namespace tizza::spec
