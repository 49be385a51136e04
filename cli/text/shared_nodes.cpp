// Which bytes of a YAML text stand in more than one place of its tree, because an alias leads
// there.
#include <fmt/core.h>

#include <vector>

#include "text/edits.hpp"

namespace tizza {
namespace {

/// Calls `visit(holder, index, child)` for every child of every collection.
template <typename Visit>
void for_each_child(const Document& document, const Visit& visit) {
  for (NodeId id = 0; id < document.node_count(); ++id) {
    const Node holder(&document, id);
    for (size_t i = 0; i < holder.size(); ++i) {
      if (holder.is_mapping()) visit(holder, i, holder.entry(i).key);
      visit(holder, i, holder.is_mapping() ? holder.entry(i).value : holder.at(i));
    }
  }
}

std::vector<bool> find_shared(const Document& document) {
  std::vector<bool> seen(document.node_count()), shared(document.node_count());
  for_each_child(document, [&](Node, size_t, Node child) {
    if (seen[child.id()]) shared[child.id()] = true;
    seen[child.id()] = true;
  });
  return shared;
}

bool lies_within(Span inner, Span outer) {
  return outer.begin <= inner.begin && inner.end <= outer.end;
}

/// Where an alias that leads to the node stands. It has no place of its own: in a mapping that is
/// its key.
Node alias_of(Node shared) {
  Node alias;
  for_each_child(shared.document(), [&](Node holder, size_t index, Node child) {
    const Node place = holder.is_mapping() ? holder.entry(index).key : holder;
    // An alias stands behind what it names.
    if (child == shared && place.span().begin > child.span().begin) alias = place;
  });
  return alias ? alias : shared;
}

Error shared_by_alias(Node shared) {
  const Node named = shared.key() ? shared.key() : shared;
  Error error = failure_at(named.location(), "edit",
                           shared.key() ? fmt::format("`{}` is shared by an alias", named.text())
                                        : std::string("this is shared by an alias"),
                           "write the alias out in an editor, so that each place has its own");
  error.diagnostic.pointer = shared.pointer();
  const Node alias = alias_of(shared);
  error.diagnostic.notes.push_back(
      {"the alias that would change too", alias.location(), alias.pointer()});
  return error;
}

}  // namespace

Status check_unshared(Node mapping, std::string_view key) {
  const Document& document = mapping.document();
  if (document.format() != Format::kYaml) return {};
  const std::vector<bool> shared = find_shared(document);
  for (Node holder = mapping; holder; holder = holder.parent()) {
    if (shared[holder.id()]) return shared_by_alias(holder);
  }
  const Node old = mapping[key];
  const bool is_written_here = old && lies_within(old.span(), mapping.span());
  // What an alias brings in is replaced without harm: its bytes stand elsewhere.
  if (!is_written_here || old.span().begin < mapping.find(key)->key.span().end) return {};
  for (NodeId id = 0; id < shared.size(); ++id) {
    const Node inner(&document, id);
    if (shared[id] && lies_within(inner.span(), old.span())) return shared_by_alias(inner);
  }
  return {};
}

}  // namespace tizza
