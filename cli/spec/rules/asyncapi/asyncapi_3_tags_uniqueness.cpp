#include "spec/rule.hpp"
#include "spec/rules/asyncapi/tags.hpp"

namespace tizza::spec {
namespace {

void check(const TypedNode& typed, RuleContext& context) {
  check_tags_unique(typed.node["tags"], context);
}

}  // namespace

extern const Rule kAsyncApi3TagsUniqueness = {
    .id = "asyncapi-3-tags-uniqueness",
    .set = RuleSet::kSpectralAsyncApi,
    .severity = Severity::kError,
    .recommended = Severity::kError,
    .versions = kAllAsyncApi3,
    .summary = "no two tags of one list have the same name",
    .rationale =
        "Tags group channels and messages by their names; of two with the same name one "
        "description is lost.",
    .bad =
        "info:\n"
        "  title: culinary-service\n"
        "  version: 1.0.0\n"
        "  tags:\n"
        "  - {name: pizza}\n"
        "  - {name: pizza, description: what we bake}\n"
        "           ^^^^^\n",
    .good =
        "info:\n"
        "  title: culinary-service\n"
        "  version: 1.0.0\n"
        "  tags:\n"
        "  - {name: pizza, description: what we bake}\n",
    .fix = "take the second one away where both say the same",
    .on = {NodeType::kInfo, NodeType::kServer, NodeType::kChannel, NodeType::kOperation,
           NodeType::kOperationTrait, NodeType::kMessage, NodeType::kMessageTrait},
    .check = check,
};

}  // namespace tizza::spec
