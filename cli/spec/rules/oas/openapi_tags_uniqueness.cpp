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

extern const Rule kOpenApiTagsUniqueness = {
    .id = "openapi-tags-uniqueness",
    .set = RuleSet::kSpectralOas,
    .severity = Severity::kError,
    .recommended = Severity::kError,
    .versions = kAllOas,
    .summary = "no two tags at the root have the same name",
    .rationale =
        "The specification asks for unique names: an operation names its tags, and "
        "could not say which of the two it means.",
    .bad =
        "tags:\n"
        "- {name: pizza}\n"
        "- {name: pizza, description: what we bake}\n",
    .good =
        "tags:\n"
        "- {name: pizza, description: what we bake}\n",
    .on = NodeType::kRoot,
    .check = check,
};

}  // namespace tizza::spec
