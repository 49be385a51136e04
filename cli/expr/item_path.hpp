#pragma once
#include <vector>

#include "expr/heap.hpp"
#include "expr/object.hpp"

namespace tizza::expr {

class Interpreter;

/// The `attribute` parameter of filters: a path such as `owner.name` or `tags.0`, a number, or none
/// for the item itself.
class ItemPath {
 public:
  ItemPath(Heap& heap, const Object& path);

  /// What stands at the path; `fallback`, where it is not none, for what is missing on the way.
  Object get(Interpreter& vm, const Object& item, const Object& fallback = {}) const;

 private:
  std::vector<Object> steps_;
};

/// Strings in lower case, all others as they are: how filters compare unless they are told not to.
Object without_case(Heap& heap, const Object& object);

}  // namespace tizza::expr
