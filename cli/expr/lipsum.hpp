#pragma once
#include "expr/call.hpp"

namespace tizza::expr {

/// `lipsum(n=5, html=true, min=20, max=100)`: paragraphs of `min` to `max` - 1 words that look like
/// text.
Object run_lipsum(Interpreter& vm, Arguments& arguments);

}  // namespace tizza::expr
