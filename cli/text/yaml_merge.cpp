// The merge key `<<` of YAML 1.1, which API descriptions use.
#include <fmt/core.h>

#include "text/readable_text.hpp"
#include "text/yaml_tree.hpp"

namespace tizza::yaml {

/// Puts the entries of the merged mappings in the place of each `<<`. Entries that the mapping
/// writes itself win, then those of the mapping merged first.
Status Tree::merge(const Frame& frame) {
  const std::vector<NodeId> written(pending_.begin() + static_cast<long>(frame.first_child),
                                    pending_.end());
  pending_.resize(frame.first_child);
  const auto is_merge_key = [&](NodeId key) {
    return builder_.span(key).size() == 2 && builder_.text(key) == "<<";
  };
  std::unordered_set<std::string_view> names;
  for (size_t i = 0; i < written.size(); i += 2) {
    if (!is_merge_key(written[i])) names.insert(builder_.text(written[i]));
  }
  for (size_t i = 0; i < written.size(); i += 2) {
    if (is_merge_key(written[i])) {
      TIZZA_CHECK(merge_value(written[i], written[i + 1], names));
    } else {
      pending_.insert(pending_.end(), {written[i], written[i + 1]});
    }
  }
  return {};
}

Status Tree::merge_value(NodeId key, NodeId value, std::unordered_set<std::string_view>& names) {
  std::vector<NodeId> mappings{value};
  if (builder_.kind(value) == NodeKind::kSequence) {
    const auto items = builder_.children(value);
    mappings.assign(items.begin(), items.end());
  }
  for (const NodeId mapping : mappings) {
    if (builder_.kind(mapping) != NodeKind::kMapping) {
      return syntax_error(source_, builder_.span(key),
                          "merge key `<<` takes a mapping or a list of mappings");
    }
    const auto entries = builder_.children(mapping);
    TIZZA_CHECK(count_shared(entries.size(), builder_.span(key)));
    for (size_t i = 0; i < entries.size(); i += 2) {
      if (!names.insert(builder_.text(entries[i])).second) continue;
      pending_.insert(pending_.end(), {entries[i], entries[i + 1]});
    }
  }
  return {};
}

Status Tree::count_shared(uint64_t nodes, Span at) {
  expanded_ += nodes;
  shared_ += nodes;
  if (shared_ <= options_.max_expanded_nodes) return {};
  return syntax_error(
      source_, at,
      fmt::format("aliases expand to more than {} nodes", options_.max_expanded_nodes));
}

}  // namespace tizza::yaml
