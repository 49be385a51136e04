#pragma once
#include <string>
#include <string_view>

#include "expr/heap.hpp"
#include "expr/object.hpp"

namespace tizza::expr {

class Interpreter;
struct Arguments;

/// `"%s is %d" % values`: Python's printf-style formatting. A tuple or a dict holds several values.
Object format_percent(Heap& heap, const Object& pattern, const Object& values);

/// `"{} is {name}".format(...)`.
Object format_braces(Interpreter& vm, const Object& pattern, Arguments& arguments);

/// How one value is laid out: the format specification mini-language of Python's format().
struct FormatSpec {
  std::string fill = " ";
  char align = 0;   ///< `<`, `>`, `^`, `=`, or 0 for the usual one of the type.
  char sign = '-';  ///< `+`, `-` or space.
  bool is_alternate = false;
  char grouping = 0;  ///< `,` or `_`.
  int64_t width = 0;
  int64_t precision = -1;
  char type = 0;
};

FormatSpec parse_format_spec(std::string_view text);
std::string format_value(Heap& heap, const Object& value, const FormatSpec& spec);

}  // namespace tizza::expr
