#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "base/near_names.hpp"
#include "spec/rule.hpp"
#include "spec/wording.hpp"

namespace tizza::spec {
namespace {

void check(const TypedNode& typed, RuleContext& context) {
  std::unordered_map<std::string_view, Node> parents;
  std::vector<std::string> names;
  for (const Node tag : typed.node["tags"].items()) {
    parents.emplace(tag["name"].text(), tag["parent"]);
    names.emplace_back(tag["name"].text());
  }
  std::unordered_set<std::string_view> good;  // whose chain is known to end
  for (const Node tag : typed.node["tags"].items()) {
    const Node parent = tag["parent"];
    if (!parent.is_string()) continue;
    if (parents.find(parent.text()) == parents.end()) {
      auto finding = context.report(parent, "parent {} is no tag", quoted(parent.text()));
      if (finding) finding.help(near_names_help(parent.text(), names));
      continue;
    }
    std::unordered_set<std::string_view> chain = {tag["name"].text()};
    for (Node next = parent; next.is_string() && good.count(next.text()) == 0;
         next = parents[next.text()]) {
      if (chain.insert(next.text()).second) continue;
      if (next.text() == tag["name"].text())
        context.report(parent, "tag {} is below itself", quoted(tag["name"].text()));
      break;
    }
    good.insert(chain.begin(), chain.end());
  }
}

}  // namespace

extern const Rule kTagParents = {
    .id = "tag-parents",
    .set = RuleSet::kTizzaCore,
    .severity = Severity::kWarn,
    .recommended = Severity::kError,
    .versions = Version::kOpenApi32,
    .summary = "the parent of a tag is a tag, and not below it",
    .rationale =
        "Documentation builds a tree of the tags. A parent that is not there, or a circle, "
        "leaves branches that nobody sees.",
    .bad =
        "tags:\n"
        "- {name: pizza, parent: food}\n"
        "                        ^^^^\n",
    .good =
        "tags:\n"
        "- {name: food}\n"
        "- {name: pizza, parent: food}\n",
    .on = NodeType::kRoot,
    .check = check,
};

}  // namespace tizza::spec
