#include "base/strings.hpp"
#include "spec/rule.hpp"
#include "spec/wording.hpp"

namespace tizza::spec {
namespace {

void check(const TypedNode& typed, RuleContext& context) {
  StringMap<Node> seen;
  for (const Node tag : typed.node["tags"].items()) {
    const Node name = tag["name"];
    if (!name.is_string()) continue;
    const auto [first, is_new] = seen.emplace(name.text(), name);
    if (is_new || first->second == name) continue;
    context.report(name, "tag {} is defined twice", quoted(name.text()))
        .note(first->second, "first here");
  }
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
        "- {name: pizza, description: what we bake}\n",
    .good =
        "tags:\n"
        "- {name: pizza, description: what we bake}\n",
    .on = {NodeType::kRoot, NodeType::kServer, NodeType::kOperation, NodeType::kOperationTrait,
           NodeType::kMessage, NodeType::kMessageTrait},
    .check = check,
};

}  // namespace tizza::spec
