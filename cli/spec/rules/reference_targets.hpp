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

 private:
  void add(Node target);

  std::unordered_set<Node, NodeHash> used_;
};

}  // namespace tizza::spec
