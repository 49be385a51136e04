#include "spec/rules/asyncapi/tags.hpp"

#include "base/collation.hpp"
#include "base/strings.hpp"
#include "schema/equality.hpp"
#include "spec/rules/asyncapi/presence.hpp"
#include "spec/rules/tag_order.hpp"
#include "spec/wording.hpp"
#include "text/edits.hpp"

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
          .note(name, "this tag")
          .fix(sort_tags(context.api, tags->value));
      return;
    }
    before = name;
  }
}

void check_tags_unique(Node tags, RuleContext& context) {
  StringMap<Node> seen;
  for (size_t i = 0; i < tags.size(); ++i) {
    const Node written = tags.at(i);
    const Node tag = context.api.target(written);
    const Node name = tag["name"];
    if (!name.is_string()) continue;
    const auto [first, is_new] = seen.emplace(name.text(), name);
    if (is_new) continue;
    // A tag that is referred to twice is one tag: then only the references tell them apart.
    const bool is_shared = first->second == name;
    auto finding = context.report(is_shared ? written : name, "tag {} stands twice in the list",
                                  quoted(name.text()));
    finding.note(first->second, is_shared ? "the tag" : "first here");
    if (finding && (is_shared || (tag == written && schema::equal(tag, first->second.parent())))) {
      finding.fix(remove_item(tags, i));
    }
  }
}

}  // namespace tizza::spec
