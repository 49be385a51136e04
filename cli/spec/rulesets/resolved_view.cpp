#include "spec/rulesets/resolved_view.hpp"

#include <vector>

namespace tizza::spec::rulesets {
namespace {

constexpr int kMostHops = 100;  // longer chains only occur where one leads back to itself

Node reference_in(Node node) {
  if (!node.is_mapping()) return {};
  const Node text = node["$ref"];
  return text && text.is_string() ? text : Node();
}

}  // namespace

Node ResolvedView::target(Node node) const {
  if (!reference_in(node)) return node;
  const auto known = targets_.find(node);
  if (known != targets_.end()) return known->second;
  return targets_.emplace(node, follow(node)).first->second;
}

Node ResolvedView::follow(Node holder) const {
  Node reached = holder;
  for (int hop = 0; hop < kMostHops; ++hop) {
    if (!reference_in(reached)) return reached;
    const Node next = resolve(reached);
    if (!next) return reached;
    reached = next;
  }
  return holder;
}

Node ResolvedView::resolve(Node holder) const {
  auto& resolver = resolvers_[&holder.document()];
  if (!resolver) resolver = std::make_unique<ReferenceResolver>(store_, holder.document());
  const Resolution& found = resolver->resolve(holder, reference_in(holder).text());
  if (found.outcome != Resolution::Outcome::kFound || !found.target) return {};
  const Document& document = found.target.document();
  documents_.emplace(document.source().get(), &document);
  return found.target;
}

const std::unordered_set<Node, NodeHash>& ResolvedView::referenced() const {
  if (is_scanned_) return referenced_;
  is_scanned_ = true;
  std::unordered_set<const Document*> seen = {&document_};
  std::vector<const Document*> pending = {&document_};
  while (!pending.empty()) {
    const Document& document = *pending.back();
    pending.pop_back();
    for (NodeId id = 0; id < document.node_count(); ++id) {
      const Node node(&document, id);
      if (!reference_in(node)) continue;
      const Node target = resolve(node);
      if (!target) continue;
      referenced_.insert(target);
      if (seen.insert(&target.document()).second) pending.push_back(&target.document());
    }
  }
  return referenced_;
}

const Document* ResolvedView::document_of(const Source& source) const {
  if (document_.source().get() == &source) return &document_;
  const auto found = documents_.find(&source);
  return found == documents_.end() ? nullptr : found->second;
}

}  // namespace tizza::spec::rulesets
