#pragma once
#include <cstddef>
#include <functional>

#include "text/document.hpp"

namespace tizza {

/// For tables with nodes as their keys.
struct NodeHash {
  size_t operator()(const Node& node) const {
    return std::hash<const void*>()(node ? &node.document() : nullptr) * 31 + node.id();
  }
};

}  // namespace tizza
