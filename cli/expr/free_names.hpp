#pragma once
#include <vector>

#include "expr/ast.hpp"
#include "expr/template.hpp"

namespace tizza::expr {

/// The names that a template reads without having set them where they are read, in order of first
/// appearance, functions such as `range` left out.
std::vector<FreeName> free_names(const Unit& unit);
std::vector<FreeName> free_names(const Origin& origin, const ExprPtr& expr);

}  // namespace tizza::expr
