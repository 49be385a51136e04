#pragma once
#include <cstdint>
#include <optional>
#include <unordered_map>

#include "spec/description.hpp"

namespace tizza::spec {

/// At which index nodes stand in the collections that hold them. Keeps what it learns, so that many
/// questions about one large collection do not each search it.
class Positions {
 public:
  /// The index of the item, or of the entry whose key or value `node` is.
  std::optional<uint32_t> of(Node holder, Node node);

 private:
  std::unordered_map<Node, std::unordered_map<NodeId, uint32_t>, NodeHash> indices_;
};

}  // namespace tizza::spec
