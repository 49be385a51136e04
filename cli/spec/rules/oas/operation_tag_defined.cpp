#include "base/near_names.hpp"
#include "spec/rule.hpp"
#include "spec/wording.hpp"

namespace tizza::spec {
namespace {

void check(const TypedNode&, RuleContext& context) {
  std::unordered_set<std::string_view> defined;
  std::vector<std::string> names;
  for (const Node tag : context.api.root()["tags"].items()) {
    if (defined.insert(tag["name"].text()).second) names.emplace_back(tag["name"].text());
  }
  for (const OperationUse& use : context.facts.operations()) {
    for (const Node tag : use.operation["tags"].items()) {
      if (!tag.is_string() || defined.count(tag.text()) != 0) continue;
      auto finding =
          context.report(tag, "tag {} is not defined in `tags` at the root", quoted(tag.text()));
      if (finding) finding.help(near_names_help(tag.text(), names));
    }
  }
}

}  // namespace

extern const Rule kOperationTagDefined = {
    .id = "operation-tag-defined",
    .set = RuleSet::kSpectralOas,
    .severity = Severity::kWarn,
    .recommended = std::nullopt,
    .versions = kAllOas,
    .summary = "the tags of operations are defined at the root",
    .rationale =
        "Documentation groups operations by tag and shows the tags' descriptions in the "
        "order of the root; a tag that is only used is mostly misspelt.",
    .bad =
        "tags:\n"
        "- {name: pizza}\n"
        "paths:\n"
        "  /pizza:\n"
        "    get: {tags: [piza], responses: {200: {description: all}}}\n"
        "                 ^^^^\n",
    .good =
        "tags:\n"
        "- {name: pizza}\n"
        "paths:\n"
        "  /pizza:\n"
        "    get: {tags: [pizza], responses: {200: {description: all}}}\n",
    .on = NodeType::kRoot,
    .check = check,
};

}  // namespace tizza::spec
