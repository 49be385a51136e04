#pragma once
#include <optional>
#include <string>

#include "expr/ast.hpp"
#include "expr/template.hpp"
#include "text/value.hpp"

/// What most expressions are: names, fields, `is defined`, `default`, `and`, `or`, `not`, `==`.
/// They are looked up in the values as they stand, without a heap and an interpreter, which cost
/// ten times as much. Where anything else is asked for, or anything is wrong, the answer is none,
/// and the interpreter says what it is.
namespace tizza::expr {

/// The text of a template of texts, prints and ifs; none: ask the interpreter.
std::optional<std::string> render_quickly(const Unit& unit, const Value& context,
                                          Autoescape autoescape);

/// The value of an expression; none: ask the interpreter.
std::optional<Value> evaluate_quickly(const Expr& expr, const Value& context);

}  // namespace tizza::expr
