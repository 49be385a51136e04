#include "spec/positions.hpp"

namespace tizza::spec {

std::optional<uint32_t> Positions::of(Node holder, Node node) {
  auto& index = indices_[holder];
  if (index.empty()) {
    for (uint32_t i = 0; i < holder.size(); ++i) {
      if (holder.is_sequence()) {
        index.emplace(holder.at(i).id(), i);
      } else {
        index.emplace(holder.entry(i).key.id(), i);
        index.emplace(holder.entry(i).value.id(), i);
      }
    }
  }
  const auto found = index.find(node.id());
  if (found == index.end()) return std::nullopt;
  return found->second;
}

}  // namespace tizza::spec
