#pragma once
#include <memory>

#include "expr/ast.hpp"
#include "expr/template.hpp"

namespace tizza::expr {

/// Parses a whole template. Throws a Failure.
std::unique_ptr<Unit> parse_template(Origin origin, const Options& options);

/// Parses a text that is one expression, without tags. Throws a Failure.
ExprPtr parse_expression(const Origin& origin, const Options& options);

}  // namespace tizza::expr
