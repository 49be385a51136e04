#include "spec/rule.hpp"
#include "spec/rules/asyncapi/tags.hpp"

namespace tizza::spec {
namespace {

void check(const TypedNode& typed, RuleContext& context) {
  check_tags_unique(typed.node["tags"], context);
}

}  // namespace

extern const Rule kAsyncApiTagsUniqueness = {
    .id = "asyncapi-tags-uniqueness",
    .set = RuleSet::kSpectralAsyncApi,
    .severity = Severity::kError,
    .recommended = Severity::kError,
    .versions = kAllAsyncApi2,
    .summary = "no two tags of one list have the same name",
    .rationale =
        "Tags group channels and messages by their names; of two with the same name "
        "one description is lost.",
    .bad =
        "tags:\n"
        "- {name: pizza}\n"
        "- {name: pizza, description: what we bake}\n"
        "         ^^^^^\n",
    .good =
        "tags:\n"
        "- {name: pizza, description: what we bake}\n",
    .fix = "take the second one away where both say the same",
    .on = {NodeType::kRoot, NodeType::kServer, NodeType::kOperation, NodeType::kOperationTrait,
           NodeType::kMessage, NodeType::kMessageTrait},
    .check = check,
};

}  // namespace tizza::spec
