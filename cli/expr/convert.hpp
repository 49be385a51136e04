#pragma once
#include "expr/heap.hpp"
#include "expr/object.hpp"
#include "text/value.hpp"

namespace tizza::expr {

/// A value of the context for the template. Its strings are not copied: `value` must live as long
/// as the rendering.
Object to_object(Heap& heap, const Value& value, uint32_t depth = 0);

/// What an expression gave, as plain data. Macros, functions and undefined values fail.
Value to_value(Heap& heap, const Object& object, uint32_t depth = 0);

}  // namespace tizza::expr
