#pragma once
#include <memory>
#include <unordered_map>
#include <unordered_set>

#include "spec/description.hpp"
#include "spec/document_store.hpp"
#include "spec/jsonpath/matcher.hpp"
#include "spec/reference_resolver.hpp"

namespace tizza::spec::rulesets {

/// A description with every `$ref` followed, wherever it stands, into other files too. Nothing is
/// copied: a value stands where it was written. A reference that leads nowhere, or only to itself,
/// stays what it is. For one thread.
class ResolvedView final : public jsonpath::View {
 public:
  ResolvedView(const Document& document, DocumentStore& store)
      : document_(document), store_(store) {}

  Node root() const { return document_.root(); }

  Node target(Node node) const override;

  /// Everything that a reference names, in the description and in the files that it refers to.
  const std::unordered_set<Node, NodeHash>& referenced() const;

  /// The document that was read from a source, of those seen so far; none for others.
  const Document* document_of(const Source& source) const;

 private:
  Node follow(Node holder) const;
  /// Where one reference leads, or nothing.
  Node resolve(Node holder) const;

  const Document& document_;
  DocumentStore& store_;
  mutable std::unordered_map<const Document*, std::unique_ptr<ReferenceResolver>> resolvers_;
  mutable std::unordered_map<Node, Node, NodeHash> targets_;
  mutable std::unordered_map<const Source*, const Document*> documents_;
  mutable std::unordered_set<Node, NodeHash> referenced_;
  mutable bool is_scanned_ = false;
};

}  // namespace tizza::spec::rulesets
