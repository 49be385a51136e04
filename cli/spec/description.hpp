#pragma once
#include <cstdint>
#include <limits>
#include <memory>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "spec/grammar.hpp"
#include "text/node_hash.hpp"

namespace tizza::spec {

inline constexpr uint32_t kNoIndex = std::numeric_limits<uint32_t>::max();

/// Under which name a value stands: its own key, or for an item of a list the key of the list.
struct Name {
  NodeId id = kNoIndex;
  bool in_list = false;

  /// The key, in the document of the value that stands under it.
  Node in(const Document& document) const { return id == kNoIndex ? Node() : Node(&document, id); }
};

/// An object of a description and what the grammar says it is.
struct TypedNode {
  Node node;
  const Object* object = nullptr;
  uint32_t parent = kNoIndex;  ///< The typed node that holds it, or that refers to it.
  Name name;                   ///< Of the value itself, or of the reference that leads to it.

  NodeType type() const { return object->type; }
};

/// An edge from the place that refers to the node that it names.
struct Reference {
  Node holder;       ///< The mapping with the `$ref`; for other references the text itself.
  Node value;        ///< The text: behind `$ref`, `$dynamicRef` or `operationRef`, or of a mapping.
  const Type* type;  ///< What is expected at the other end.
  uint32_t parent;   ///< The typed node around it.
  Name name;         ///< Of the holder, or of the first one where references are chained.
  Node target;       ///< What it names, which may hold a reference again; or nothing.

  /// Whether it stands for what it names, as `$ref` does; else it only names it.
  bool replaces() const { return holder != value; }
};

/// An API description and everything that it refers to, typed by the grammar of its version. Made
/// by walk(); immutable afterwards. References are edges: nothing is copied, and cycles are normal.
class ApiDescription {
 public:
  ApiDescription(DocumentPtr document, Version version);

  Version version() const { return version_; }
  Family family() const { return info(version_).family; }
  Node root() const { return document_->root(); }
  const Document& document() const { return *document_; }

  /// Every typed object: the description's own in the order of the text, then those that only
  /// references lead to.
  const std::vector<TypedNode>& nodes() const { return nodes_; }
  const TypedNode& parent(const TypedNode& node) const { return nodes_[node.parent]; }
  /// The key under which a typed node stands, or under which its list does; nothing for the root.
  Node label(const TypedNode& node) const {
    return node.parent == kNoIndex ? Node() : node.name.in(parent(node).node.document());
  }
  /// The same for the first holder of a chain of references.
  Node label(const Reference& reference) const {
    return reference.name.in(nodes_[reference.parent].node.document());
  }
  /// The indices of the typed nodes of one type, in the order of nodes().
  const std::vector<uint32_t>& of(NodeType type) const {
    return by_type_[static_cast<size_t>(type)];
  }

  const std::vector<Reference>& references() const { return references_; }

  /// What `node` stands for: the end of its references where it holds one, else `node` itself.
  /// Nothing where a reference leads nowhere or only back to itself.
  Node target(Node node) const;

  /// Where a reference starts at this mapping, what it names, which may be a reference again.
  const Reference* reference_at(Node holder) const;

 private:
  friend class Walker;

  DocumentPtr document_;
  Version version_;
  std::vector<TypedNode> nodes_;
  std::vector<std::vector<uint32_t>> by_type_;
  std::vector<Reference> references_;
  std::unordered_map<Node, uint32_t, NodeHash> reference_by_holder_;
};

}  // namespace tizza::spec
