#pragma once
#include <string>

#include "expr/heap.hpp"
#include "expr/object.hpp"

namespace tizza::expr {

/// The layout of Python's `pprint.pformat`: repr() where it fits into 80 columns, else an item a
/// line; dicts sorted by key, long texts in pieces.
std::string pretty_text(Heap& heap, const Object& object);

}  // namespace tizza::expr
