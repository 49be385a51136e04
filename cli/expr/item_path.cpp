#include "expr/item_path.hpp"

#include <charconv>

#include "base/strings.hpp"
#include "expr/failure.hpp"
#include "expr/interpreter.hpp"
#include "expr/missing.hpp"
#include "expr/unicode.hpp"

namespace tizza::expr {

ItemPath::ItemPath(Heap& heap, const Object& path) {
  if (path.is_undefined()) fail_missing(path.missing());
  if (path.is_none()) return;
  if (!path.is_string()) {
    steps_.push_back(path);
    return;
  }
  for (const auto part : split(path.text(), '.')) {
    int64_t index = 0;
    const char* end = part.data() + part.size();
    const bool is_digits =
        !part.empty() && part.find_first_not_of("0123456789") == std::string_view::npos;
    const bool is_index = is_digits && std::from_chars(part.data(), end, index).ec == std::errc();
    steps_.push_back(is_index ? Object(index) : heap.text(part));
  }
}

Object ItemPath::get(Interpreter& vm, const Object& item, const Object& fallback) const {
  Object value = item;
  for (const Object& step : steps_) {
    value = vm.item(value, step);
    if (value.is_undefined() && !fallback.is_none()) value = fallback;
  }
  return value;
}

Object without_case(Heap& heap, const Object& object) {
  return object.is_string() ? heap.text(lower_text(object.text())) : object;
}

}  // namespace tizza::expr
