#pragma once
#include <unordered_set>

#include "spec/description.hpp"

namespace tizza::spec {

/// What the references of a description lead to, and all that holds it: a reference into a
/// component uses the component too. References count wherever they stand, in examples and
/// extensions too.
class ReferenceTargets {
 public:
  explicit ReferenceTargets(const ApiDescription& api);

  bool has(Node node) const { return used_.count(node) != 0; }

  /// Whether the schema is one of those that the discriminator of a used one tells apart, by its
  /// name alone (OpenAPI 3.0, 4.7.25).
  bool has_parent_of(Node schema) const;

 private:
  void add(Node target);

  const ApiDescription& api_;
  std::unordered_set<Node, NodeHash> used_;
};

}  // namespace tizza::spec
