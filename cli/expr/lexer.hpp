#pragma once
#include <vector>

#include "expr/origin.hpp"
#include "expr/template.hpp"
#include "expr/token.hpp"

namespace tizza::expr {

/// The tokens of a template, comments and raw tags resolved and white space control applied; the
/// last one is kEnd. Throws a Failure at the place of what cannot be read.
std::vector<Token> lex_template(const Origin& origin, const Options& options);

/// The tokens of one expression without tags round it.
std::vector<Token> lex_expression(const Origin& origin, const Options& options);

}  // namespace tizza::expr
