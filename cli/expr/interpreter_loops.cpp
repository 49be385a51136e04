#include "base/utf8.hpp"
#include "expr/dict.hpp"
#include "expr/entered.hpp"
#include "expr/failure.hpp"
#include "expr/interpreter.hpp"
#include "expr/loop.hpp"
#include "expr/missing.hpp"

namespace tizza::expr {

Sequence& Interpreter::iterate(const Object& object) {
  using Flavor = Sequence::Flavor;
  const bool is_nothing = object.is_undefined() && object.missing().is_silent;
  if (object.is_undefined() && !is_nothing) fail_missing(object.missing());
  Objects items = heap_.objects();
  if (is_nothing) return heap_.list(std::move(items)).sequence();
  if (object.is_string()) {
    std::string_view text = object.text();
    heap_.charge(text.size());
    while (!text.empty()) {
      const auto next = utf8::decode(text);
      items.push_back(Object(text.substr(0, next.size)));
      text.remove_prefix(next.size);
    }
  } else if (object.is_dict()) {
    for (const auto& entry : object.dict().entries()) items.push_back(entry.key);
  } else if (object.is_iterator()) {
    auto& iterator = object.sequence();
    items.assign(iterator.items.begin() + static_cast<ptrdiff_t>(iterator.next),
                 iterator.items.end());
    iterator.next = iterator.items.size();
  } else if (object.is_sequence()) {
    heap_.charge(object.sequence().items.size() / 16);
    return object.sequence();
  } else {
    throw Failure("a `" + std::string(type_name(object)) + "` has no items to go through");
  }
  heap_.charge(items.size());
  return heap_.sequence(Flavor::kList, std::move(items)).sequence();
}

Interpreter::Flow Interpreter::run_node(const For& node) {
  const Object items = evaluate(*node.items);
  at_ = node.items->span;
  run_items(node, iterate(items), *state_.scope, 0);
  return Flow::kNext;
}

Sequence& Interpreter::select(const For& node, Sequence& items, const Scope& outer) {
  Objects chosen = heap_.objects();
  State next = state_;
  next.scope = new_scope(&outer);
  next.is_top = false;
  const Entered entered(*this, next);
  for (const Object& item : items.items) {
    heap_.charge(1);
    at_ = node.target.span;
    assign(node.target, item);
    const Object value = evaluate(*node.condition);
    at_ = node.condition->span;
    if (truth(value)) chosen.push_back(item);
  }
  return heap_.list(std::move(chosen)).sequence();
}

void Interpreter::run_items(const For& node, Sequence& all, const Scope& outer, uint32_t depth) {
  Sequence& items = node.condition ? select(node, all, outer) : all;
  auto* loop = heap_.make<Loop>(node, *state_.unit, outer, items, depth, heap_);
  State next = state_;
  next.scope = new_scope(&outer);
  next.is_top = false;
  const Entered entered(*this, next);
  if (items.items.empty()) {
    run(node.otherwise);
    return;
  }
  // By index: the body may append to the list it goes through.
  for (size_t i = 0; i < items.items.size(); ++i) {
    heap_.charge(1);
    if (state_.scope->is_kept()) {
      state_.scope = new_scope(&outer);
    } else {
      state_.scope->clear();
    }
    loop->go_to(i);
    state_.scope->set("loop", Object(loop));
    at_ = node.target.span;
    assign(node.target, items.items[i]);
    if (run(node.body) == Flow::kBreak) break;
  }
}

Object Interpreter::run_loop(const For& node, const Object& items, const Scope& outer,
                             uint32_t depth) {
  const Level level(*this);
  std::string text;
  State next = state_;
  next.out = &text;
  {
    const Entered entered(*this, next);
    run_items(node, iterate(items), outer, depth);
  }
  return captured(std::move(text));
}

}  // namespace tizza::expr
