#pragma once
#include <memory_resource>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "expr/heap.hpp"
#include "expr/object.hpp"

namespace tizza::expr {

/// Where the outermost scope finds its names: the context of the rendering and the global
/// functions.
class Names {
 public:
  virtual ~Names() = default;
  /// The value of `name`, or null. Lives as long as the rendering.
  virtual const Object* find(std::string_view name) = 0;
  virtual std::vector<std::string> all() const = 0;
};

/// Variables of one template, loop body, macro or block; what is not found is looked up outside.
/// Lives in a Heap.
class Scope {
 public:
  Scope(Heap& heap, const Scope* outer, Names* names)
      : outer_(outer), names_(names), variables_(heap.resource()) {}

  void set(std::string_view name, const Object& value);
  const Object* find(std::string_view name) const;
  const Object* find_here(std::string_view name) const;
  void clear() { variables_.clear(); }

  /// Whether a macro keeps this scope, so that it must not be used again for the next item.
  bool is_kept() const { return is_kept_; }
  void keep() const;

  const std::pmr::vector<std::pair<std::string_view, Object>>& variables() const {
    return variables_;
  }
  /// All names that can be seen from here.
  std::vector<std::string> visible() const;

 private:
  const Scope* outer_;
  Names* names_;  // of the outermost scope; else null
  mutable bool is_kept_ = false;
  std::pmr::vector<std::pair<std::string_view, Object>> variables_;
};

}  // namespace tizza::expr
