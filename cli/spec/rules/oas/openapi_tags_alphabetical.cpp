#include "base/collation.hpp"
#include "spec/rule.hpp"
#include "spec/rules/tag_order.hpp"
#include "spec/wording.hpp"

namespace tizza::spec {
namespace {

/// Whether JavaScript would take the text for a number.
bool is_number(std::string_view text) {
  return text.empty() || text.find_first_not_of("0123456789.+-eE") == std::string_view::npos;
}

bool is_unsorted(Node before, Node after) {
  const auto a = before["name"].text();
  const auto b = after["name"].text();
  return is_number(a) == is_number(b) ? collate(a, b) > 0 : is_number(a) && collate(a, b) > 0;
}

void check(const TypedNode& typed, RuleContext& context) {
  const auto tags = typed.node.find("tags");
  if (!tags) return;
  for (size_t i = 1; i < tags->value.size(); ++i) {
    const Node before = tags->value.at(i - 1);
    const Node after = tags->value.at(i);
    if (!after["name"] || !is_unsorted(before, after)) continue;
    context
        .report(tags->key, "tag {} stands before {}", quoted(before["name"].text()),
                quoted(after["name"].text()))
        .note(after["name"], "the first one that stands too late")
        .fix(sort_tags(context.api, tags->value));
    return;
  }
}

}  // namespace

extern const Rule kOpenApiTagsAlphabetical = {
    .id = "openapi-tags-alphabetical",
    .set = RuleSet::kSpectralOas,
    .severity = Severity::kWarn,
    .is_opt_in = true,
    .recommended = std::nullopt,
    .versions = kAllOas,
    .summary = "the tags at the root are in alphabetical order",
    .rationale =
        "Documentation lists operations by tag in the order of this list; people look a name up "
        "faster in a sorted one.",
    .bad =
        "tags:\n"
        "^^^^\n"
        "- name: pizza\n"
        "- name: likes\n",
    .good =
        "tags:\n"
        "- name: likes\n"
        "- name: pizza\n",
    .fix = "sort the tags",
    .on = NodeType::kRoot,
    .check = check,
};

}  // namespace tizza::spec
