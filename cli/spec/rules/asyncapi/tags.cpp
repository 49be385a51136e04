#include "spec/rules/asyncapi/tags.hpp"

#include "base/collation.hpp"
#include "base/strings.hpp"
#include "spec/rules/asyncapi/presence.hpp"
#include "spec/wording.hpp"

namespace tizza::spec {

void check_tag_descriptions(Node tags, RuleContext& context) {
  for (const Node written : tags.items()) {
    const Node tag = context.api.target(written);
    if (tag.is_mapping()) check_presence(tag, Node(), "description", "tag", context);
  }
}

void check_tag_order(Node holder, RuleContext& context) {
  const auto tags = holder.find("tags");
  if (!tags) return;
  Node before;
  for (const Node written : tags->value.items()) {
    const Node name = context.api.target(written)["name"];
    if (before && collate(before.text(), name.text()) > 0) {
      context
          .report(tags->key, "tag {} stands behind {}", quoted(name.text()), quoted(before.text()))
          .note(name, "this tag");
      return;
    }
    before = name;
  }
}

void check_tags_unique(Node tags, RuleContext& context) {
  StringMap<Node> seen;
  for (const Node written : tags.items()) {
    const Node name = context.api.target(written)["name"];
    if (!name.is_string()) continue;
    const auto [first, is_new] = seen.emplace(name.text(), name);
    if (is_new) continue;
    // A tag that is referred to twice is one tag: then only the references tell them apart.
    const bool is_shared = first->second == name;
    context
        .report(is_shared ? written : name, "tag {} stands twice in the list", quoted(name.text()))
        .note(first->second, is_shared ? "the tag" : "first here");
  }
}

}  // namespace tizza::spec
