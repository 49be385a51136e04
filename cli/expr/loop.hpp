#pragma once
#include "expr/ast.hpp"
#include "expr/heap.hpp"
#include "expr/native.hpp"
#include "expr/scope.hpp"

namespace tizza::expr {

/// The variable `loop` in the body of a for loop.
class Loop final : public Native {
 public:
  Loop(const For& node, const Unit& unit, const Scope& outer, const Sequence& items, uint32_t depth,
       Heap& heap)
      : node_(node),
        unit_(unit),
        outer_(outer),
        items_(items),
        depth_(depth),
        last_(heap.objects()) {}

  void go_to(size_t index) { index_ = index; }

  /// `loop.changed(...)`: whether the values differ from those of the last call.
  bool changed(Heap& heap, const std::vector<Object>& values);
  Object cycle(const std::vector<Object>& values) const;

  std::string_view type_name() const override { return "loop"; }
  std::string describe() const override;
  std::optional<Object> attribute(Interpreter& vm, std::string_view name) override;
  /// `loop(items)` in a recursive loop.
  bool is_callable() const override { return true; }
  Object call(Interpreter& vm, Arguments& arguments) override;

 private:
  const For& node_;
  const Unit& unit_;
  const Scope& outer_;
  const Sequence& items_;
  uint32_t depth_;
  size_t index_ = 0;
  bool has_last_ = false;
  Objects last_;
};

}  // namespace tizza::expr
