#pragma once
#include <algorithm>

#include "expr/ast.hpp"

/// How deep expressions nest, 0 for none: what bounds the stack of all that walks them.
namespace tizza::expr {

inline uint32_t depth_of(const ExprPtr& expr) {
  return expr ? expr->depth : 0;
}

inline uint32_t depth_of(const std::vector<ExprPtr>& exprs) {
  uint32_t deepest = 0;
  for (const auto& expr : exprs) deepest = std::max(deepest, depth_of(expr));
  return deepest;
}

inline uint32_t depth_of(const CallArguments& arguments) {
  uint32_t deepest = std::max({depth_of(arguments.positional), depth_of(arguments.more_positional),
                               depth_of(arguments.more_named)});
  for (const auto& [name, value] : arguments.named) deepest = std::max(deepest, depth_of(value));
  return deepest;
}

}  // namespace tizza::expr
