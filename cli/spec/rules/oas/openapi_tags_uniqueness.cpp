#include "base/strings.hpp"
#include "schema/equality.hpp"
#include "spec/rule.hpp"
#include "spec/wording.hpp"
#include "text/edits.hpp"

namespace tizza::spec {
namespace {

void check(const TypedNode& typed, RuleContext& context) {
  StringMap<Node> seen;
  const Node tags = typed.node["tags"];
  for (size_t i = 0; i < tags.size(); ++i) {
    const Node tag = tags.at(i);
    const Node name = tag["name"];
    if (!name.is_string()) continue;
    const auto [first, is_new] = seen.emplace(name.text(), name);
    if (is_new || first->second == name) continue;
    auto finding = context.report(name, "tag {} is defined twice", quoted(name.text()));
    finding.note(first->second, "first here");
    if (finding && schema::equal(tag, first->second.parent())) finding.fix(remove_item(tags, i));
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
        "- {name: pizza, description: what we bake}\n"
        "         ^^^^^\n",
    .good =
        "tags:\n"
        "- {name: pizza, description: what we bake}\n",
    .fix = "take the second one away where both say the same",
    .on = NodeType::kRoot,
    .check = check,
};

}  // namespace tizza::spec
