#include "spec/rule.hpp"
#include "spec/rules/asyncapi/presence.hpp"

namespace tizza::spec {
namespace {

void check(const TypedNode& typed, RuleContext& context) {
  check_filled_list(typed.node, Node(), "tags", "the description", context);
}

}  // namespace

extern const Rule kAsyncApiTags = {
    .id = "asyncapi-tags",
    .set = RuleSet::kSpectralAsyncApi,
    .severity = Severity::kWarn,
    .recommended = std::nullopt,
    .versions = kAllAsyncApi2,
    .summary = "the description has tags",
    .rationale = "Tags group descriptions in a catalogue of many.",
    .bad =
        "asyncapi: 2.6.0\n"
        "^^^^^^^^\n"
        "channels: {}\n",
    .good = "tags: [{name: pizza}]\n",
    .on = NodeType::kRoot,
    .check = check,
};

}  // namespace tizza::spec
