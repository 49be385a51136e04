#pragma once
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>

#include "text/document.hpp"

namespace tizza::spec {

/// The names that the schemas of one document give to places: `$id`, `$anchor` and `$dynamicAnchor`
/// (JSON Schema 2020-12, core 8.2), and `$self` of OpenAPI 3.2. Made in one pass over the document,
/// in none where its text holds no such word.
class SchemaIds {
 public:
  explicit SchemaIds(const Document& document);

  bool empty() const { return bases_.empty() && places_.empty(); }

  /// The base URI at a node: that of the nearest `$id` around it; empty where there is none.
  std::string_view base(Node node) const;

  /// What a URI names here: a resource by its own, a place in it by the fragment, be that a JSON
  /// Pointer or an anchor. Nothing where no schema has that name.
  Node find(std::string_view uri) const;

 private:
  struct Step {
    NodeId node;
    const std::string* base;
    bool holds_names;  ///< The keys are names that people chose, no keywords.
  };

  void scan(const Document& document);
  const std::string* name(Node schema, const std::string* base);

  std::unordered_map<NodeId, std::string> bases_;    ///< By the mapping that holds the `$id`.
  std::map<std::string, Node, std::less<>> places_;  ///< URIs of resources and of anchors.
};

}  // namespace tizza::spec
