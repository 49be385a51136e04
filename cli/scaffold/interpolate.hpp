#pragma once
#include "base/result.hpp"
#include "expr/template.hpp"
#include "text/document.hpp"
#include "text/value.hpp"

namespace tizza::scaffold {

/// What a node of a manifest comes to with templates in its texts rendered. A text that is one
/// whole expression, such as `"{{ ports }}"`, gives that expression's value; any other text gives
/// text.
Result<Value> interpolate(Node node, const Value& context, const expr::Options& syntax);

/// Whether a condition holds: a boolean, or an expression. One that is not given holds.
Result<bool> holds(Node condition, const Value& context, const expr::Options& syntax);

/// Python's idea of truth, as templates have it.
bool is_true(const Value& value);

}  // namespace tizza::scaffold
