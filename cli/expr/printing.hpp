#pragma once
#include <string>
#include <string_view>

#include "expr/heap.hpp"
#include "expr/object.hpp"

namespace tizza::expr {

/// Python's str(): what printing shows. Undefined values and iterators fail.
std::string to_text(Heap& heap, const Object& object);
void append_text(std::string& to, Heap& heap, const Object& object);

/// Python's repr(): strings in quotes.
void append_repr(std::string& to, Heap& heap, const Object& object, uint32_t depth = 0);
std::string quote_repr(std::string_view text);

/// The shortest digits that read back as the same number: `1.0`, `1e+16`, `inf`.
std::string float_text(double value);

/// With `&`, `<`, `>` and quotes as HTML entities.
std::string escape_html(std::string_view text);

}  // namespace tizza::expr
