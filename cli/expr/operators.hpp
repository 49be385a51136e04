#pragma once
#include "expr/ast.hpp"
#include "expr/heap.hpp"
#include "expr/object.hpp"

/// Python's operators. What Python has no meaning for fails, and so does what leaves 64 bits.
namespace tizza::expr {

Object binary(Heap& heap, BinaryOp op, const Object& left, const Object& right);
Object unary(UnaryOp op, const Object& operand);
bool compare_by(Heap& heap, CompareOp op, const Object& left, const Object& right);

/// `needle in container`.
bool contains(Heap& heap, const Object& container, const Object& needle);

/// `owner[start:stop:step]`; absent parts are none. Undefined (false) for what has no slices.
bool slice(Heap& heap, const Object& owner, const Object& start, const Object& stop,
           const Object& step, Object& result);

/// Python's integer division and remainder: towards negative infinity. `divisor` is not 0.
int64_t floor_divide(int64_t dividend, int64_t divisor);

/// A whole number out of an int or bool; else fails and says what it is for.
int64_t whole_number(const Object& object, std::string_view purpose);

}  // namespace tizza::expr
