#pragma once
#include <cstdint>
#include <string>
#include <string_view>

#include "expr/heap.hpp"
#include "expr/object.hpp"

namespace tizza::expr {

/// Without comments and tags, entities resolved, runs of white space as one space.
std::string strip_tags(std::string_view text);

/// Percent-encoding. In a query `/` is encoded too, and a space is `+`.
std::string url_quote(std::string_view text, bool is_query);

struct JsonStyle {
  bool is_for_html = true;  ///< `<`, `>`, `&` and `'` are escaped, so that it may stand in HTML.
  bool is_indented = false;
  std::string indent;
};
std::string indentation(int64_t width);

/// JSON in ASCII with sorted keys.
std::string json_text(Heap& heap, const Object& object, const JsonStyle& style);

}  // namespace tizza::expr
