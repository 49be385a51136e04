#include "expr/loop.hpp"

#include "expr/interpreter.hpp"

namespace tizza::expr {
namespace {

/// `loop.cycle` and `loop.changed`, which may be handed on before they are called.
class LoopMethod final : public Native {
 public:
  LoopMethod(Loop& loop, bool is_cycle) : loop_(loop), is_cycle_(is_cycle) {}

  std::string_view type_name() const override { return "function"; }
  bool is_callable() const override { return true; }
  Object call(Interpreter& vm, Arguments& arguments) override {
    if (!arguments.named.empty()) throw Failure("a loop's function takes no named arguments");
    if (is_cycle_) return loop_.cycle(arguments.positional);
    return loop_.changed(vm.heap(), arguments.positional);
  }

 private:
  Loop& loop_;
  bool is_cycle_;
};

}  // namespace

std::string Loop::describe() const {
  return "<LoopContext " + std::to_string(index_ + 1) + "/" + std::to_string(items_.items.size()) +
         ">";
}

bool Loop::changed(Heap& heap, const std::vector<Object>& values) {
  bool is_same = has_last_ && last_.size() == values.size();
  for (size_t i = 0; is_same && i < values.size(); ++i) {
    is_same = equal(heap, last_[i], values[i]);
  }
  last_.assign(values.begin(), values.end());
  has_last_ = true;
  return !is_same;
}

Object Loop::cycle(const std::vector<Object>& values) const {
  if (values.empty()) throw Failure("`loop.cycle` needs values to go through");
  return values[index_ % values.size()];
}

std::optional<Object> Loop::attribute(Interpreter& vm, std::string_view name) {
  const auto number = [](size_t value) { return Object(static_cast<int64_t>(value)); };
  const size_t length = items_.items.size();
  if (name == "index") return number(index_ + 1);
  if (name == "index0") return number(index_);
  if (name == "revindex")
    return Object(static_cast<int64_t>(length) - static_cast<int64_t>(index_));
  if (name == "revindex0") {
    return Object(static_cast<int64_t>(length) - static_cast<int64_t>(index_) - 1);
  }
  if (name == "first") return Object(index_ == 0);
  if (name == "last") return Object(index_ + 1 >= length);
  if (name == "length") return number(length);
  if (name == "depth") return number(depth_ + 1);
  if (name == "depth0") return number(depth_);
  if (name == "previtem") {
    if (index_ > 0 && index_ <= length) return items_.items[index_ - 1];
    return vm.missing(name, nullptr, "there is no item before the first one");
  }
  if (name == "nextitem") {
    if (index_ + 1 < length) return items_.items[index_ + 1];
    return vm.missing(name, nullptr, "there is no item after the last one");
  }
  if (name == "cycle") return Object(vm.heap().make<LoopMethod>(*this, true));
  if (name == "changed") return Object(vm.heap().make<LoopMethod>(*this, false));
  return std::nullopt;
}

Object Loop::call(Interpreter& vm, Arguments& arguments) {
  if (!node_.is_recursive) {
    throw Failure("only a loop marked `recursive` can be called");
  }
  if (arguments.positional.size() != 1 || !arguments.named.empty()) {
    throw Failure("`loop` is called with the items to go through");
  }
  return vm.run_loop(node_, arguments.positional[0], outer_, depth_ + 1);
}

}  // namespace tizza::expr
