#include "base/near_names.hpp"
#include "expr/dict.hpp"
#include "expr/entered.hpp"
#include "expr/failure.hpp"
#include "expr/filters.hpp"
#include "expr/interpreter.hpp"
#include "expr/methods.hpp"
#include "expr/missing.hpp"
#include "expr/operators.hpp"
#include "expr/printing.hpp"
#include "expr/template_natives.hpp"
#include "expr/tests.hpp"
#include "expr/text_index.hpp"

namespace tizza::expr {
namespace {

/// A method that was named but not called yet: `"a".upper`.
class BoundMethod final : public Native {
 public:
  BoundMethod(const Object& owner, const MethodSpec& method) : owner_(owner), method_(method) {}

  std::string_view type_name() const override { return "method"; }
  std::string describe() const override {
    throw Failure("`" + std::string(method_.name) + "` is a method", "call it with `()`");
  }
  bool is_callable() const override { return true; }
  Object call(Interpreter& vm, Arguments& arguments) override {
    Call bound(vm, owner_, method_.name, method_.signature, arguments);
    return method_.run(bound);
  }

 private:
  Object owner_;
  const MethodSpec& method_;
};

// `grouper` and `list` of what groupby gives, which is a tuple otherwise.
const Object* group_part(const Object& owner, const Object& key) {
  const bool is_group = owner.is_tuple() && owner.sequence().is_group && key.is_string();
  if (!is_group) return nullptr;
  if (key.text() == "grouper") return &owner.sequence().items[0];
  return key.text() == "list" ? &owner.sequence().items[1] : nullptr;
}

// What numbers and ranges have besides methods; kept in `made`.
const Object* data_attribute(const Object& owner, std::string_view name, Object& made) {
  if (owner.is_sequence() && owner.sequence().flavor == Sequence::Flavor::kRange) {
    const Sequence& range = owner.sequence();
    if (name != "start" && name != "stop" && name != "step") return nullptr;
    made = Object(name == "start" ? range.start : name == "stop" ? range.stop : range.step);
    return &made;
  }
  if (!owner.is_number()) return nullptr;
  if (name == "real" || (name == "numerator" && owner.is_int())) {
    made = owner.is_float() ? owner : Object(owner.integer());
  } else if (name == "imag") {
    made = owner.is_float() ? Object(0.0) : Object(int64_t{0});
  } else if (name == "denominator" && owner.is_int()) {
    made = Object(int64_t{1});
  } else {
    return nullptr;
  }
  return &made;
}

}  // namespace

Object Interpreter::evaluate(const Expr& expr) {
  heap_.charge(1);
  const Depth depth(*this);
  at_ = expr.span;
  return std::visit([&](const auto& node) { return evaluate_node(expr, node); }, expr.node);
}

Object Interpreter::missing(std::string_view name, const Object* owner, std::string_view hint,
                            bool is_silent) {
  Missing missing;
  missing.is_silent = is_silent;
  missing.name = heap_.keep(name);
  missing.hint = hint;
  missing.scope = state_.scope;
  if (!owner) state_.scope->keep();
  if (owner) missing.owner = heap_.make<Object>(*owner);
  missing.origin = state_.unit ? &state_.unit->origin : nullptr;
  missing.span = at_;
  return Object(static_cast<const Missing*>(heap_.make<Missing>(missing)));
}

Object Interpreter::evaluate_node(const Expr&, const Literal& node) {
  if (const auto* value = std::get_if<bool>(&node.value)) return *value;
  if (const auto* value = std::get_if<int64_t>(&node.value)) return *value;
  if (const auto* value = std::get_if<double>(&node.value)) return *value;
  if (const auto* value = std::get_if<std::string>(&node.value)) {
    return Object(std::string_view(*value));
  }
  return {};
}

Object Interpreter::evaluate_node(const Expr&, const Name& node) {
  if (const Object* found = state_.scope->find(node.id)) return *found;
  if (node.id == "self" && state_.inheritance) {
    return Object(heap_.make<TemplateSelf>());
  }
  return missing(node.id, nullptr);
}

Object Interpreter::evaluate_node(const Expr&, const ListLiteral& node) {
  Objects items = heap_.objects();
  items.reserve(node.items.size());
  for (const auto& item : node.items) items.push_back(evaluate(*item));
  return node.is_tuple ? heap_.tuple(std::move(items)) : heap_.list(std::move(items));
}

Object Interpreter::evaluate_node(const Expr&, const DictLiteral& node) {
  Dict* dict = heap_.dict();
  for (const auto& [key, value] : node.entries) {
    const Object made_key = evaluate(*key);
    const Object made_value = evaluate(*value);
    at_ = key->span;
    dict->set(made_key, made_value);
  }
  return Object(dict);
}

Object Interpreter::evaluate_node(const Expr& expr, const Attribute& node) {
  const Object owner = evaluate(*node.owner);
  at_ = expr.span;
  return attribute(owner, node.name);
}

Object Interpreter::evaluate_node(const Expr& expr, const Item& node) {
  const Object owner = evaluate(*node.owner);
  if (const auto* cut = std::get_if<Slice>(&node.index->node)) {
    const auto part = [&](const ExprPtr& value) { return value ? evaluate(*value) : Object(); };
    const Object start = part(cut->start), stop = part(cut->stop), step = part(cut->step);
    at_ = expr.span;
    if (owner.is_undefined()) fail_missing(owner.missing());
    Object result;
    if (slice(heap_, owner, start, stop, step, result)) return result;
    throw Failure("a `" + std::string(type_name(owner)) + "` has no slices");
  }
  const Object key = evaluate(*node.index);
  at_ = expr.span;
  return item(owner, key);
}

Object Interpreter::evaluate_node(const Expr&, const Slice&) {
  throw Failure("a slice cannot stand in a tuple");
}

Object Interpreter::attribute(const Object& owner, std::string_view name) {
  if (owner.is_undefined()) fail_missing(owner.missing());
  if (owner.is_native()) {
    if (auto found = owner.native().attribute(*this, name)) return *found;
  } else if (const auto* method = find_method(owner, name)) {
    return Object(heap_.make<BoundMethod>(owner, *method));
  }
  if (const Object* part = group_part(owner, Object(name))) return *part;
  Object made;
  if (const Object* data = data_attribute(owner, name, made)) return *data;
  if (const Object* found = find_item(owner, Object(name), made)) return *found;
  return missing(name, &owner);
}

Object Interpreter::item(const Object& owner, const Object& key) {
  if (owner.is_undefined()) fail_missing(owner.missing());
  if (key.is_undefined()) fail_missing(key.missing());
  Object made;
  if (const Object* found = find_item(owner, key, made)) return *found;
  if (const Object* part = group_part(owner, key)) return *part;
  if (!key.is_string()) {
    std::string name;
    append_repr(name, heap_, key);
    return missing(name, &owner);
  }
  if (owner.is_native()) {
    if (auto found = owner.native().attribute(*this, key.text())) return *found;
  } else if (const auto* method = find_method(owner, key.text())) {
    return Object(heap_.make<BoundMethod>(owner, *method));
  }
  if (const Object* data = data_attribute(owner, key.text(), made)) return *data;
  return missing(key.text(), &owner);
}

const Object* Interpreter::find_item(const Object& owner, const Object& key, Object& made) {
  using Flavor = Sequence::Flavor;
  if (owner.is_dict()) {
    const bool is_key = !key.is_dict() && !key.is_list();
    return is_key ? owner.dict().find(key) : nullptr;
  }
  if (!key.is_int()) return nullptr;
  int64_t index = key.integer();
  if (owner.is_string()) {
    const TextIndex characters(owner.text());
    const auto size = static_cast<int64_t>(characters.size());
    if (index < 0) index += size;
    if (index < 0 || index >= size) return nullptr;
    heap_.charge(owner.text().size() / 256);
    made = Object(characters.at(static_cast<size_t>(index)), owner.is_safe());
    return &made;
  }
  const bool is_indexed = owner.is_sequence() && (owner.is_list() || owner.is_tuple() ||
                                                  owner.sequence().flavor == Flavor::kRange);
  if (!is_indexed) return nullptr;
  const auto& items = owner.sequence().items;
  if (index < 0) index += static_cast<int64_t>(items.size());
  const bool is_there = index >= 0 && index < static_cast<int64_t>(items.size());
  return is_there ? &items[static_cast<size_t>(index)] : nullptr;
}

Arguments Interpreter::evaluate_arguments(const CallArguments& given) {
  Arguments arguments;
  for (const auto& value : given.positional) arguments.positional.push_back(evaluate(*value));
  for (const auto& [name, value] : given.named)
    arguments.named.emplace_back(name, evaluate(*value));
  if (given.more_positional) {
    const Object more = evaluate(*given.more_positional);
    const auto& items = iterate(more).items;
    arguments.positional.insert(arguments.positional.end(), items.begin(), items.end());
  }
  if (!given.more_named) return arguments;
  const Object more = evaluate(*given.more_named);
  if (!more.is_dict()) throw Failure("`**` must be followed by a dict");
  for (const auto& [key, value] : more.dict().entries()) {
    if (!key.is_string()) throw Failure("the names of arguments must be strings");
    if (arguments.find(key.text())) {
      throw Failure("`" + std::string(key.text()) + "` is given twice");
    }
    arguments.named.emplace_back(key.text(), value);
  }
  return arguments;
}

Object Interpreter::evaluate_node(const Expr& expr, const CallExpr& node) {
  const auto* named = std::get_if<Attribute>(&node.callee->node);
  if (named) {
    // The common case, `owner.method(...)`, needs no value for the method in between.
    const Object owner = evaluate(*named->owner);
    at_ = node.callee->span;
    if (owner.is_undefined()) fail_missing(owner.missing());
    const auto* method = owner.is_native() ? nullptr : find_method(owner, named->name);
    if (method) {
      Arguments arguments = evaluate_arguments(node.arguments);
      at_ = expr.span;
      Call bound(*this, owner, method->name, method->signature, arguments);
      return method->run(bound);
    }
    const Object callee = attribute(owner, named->name);
    Arguments arguments = evaluate_arguments(node.arguments);
    at_ = expr.span;
    return call(callee, arguments);
  }
  const Object callee = evaluate(*node.callee);
  Arguments arguments = evaluate_arguments(node.arguments);
  at_ = expr.span;
  return call(callee, arguments);
}

Object Interpreter::call(const Object& callee, Arguments& arguments) {
  if (callee.is_undefined()) fail_missing(callee.missing());
  if (!callee.is_native() || !callee.native().is_callable()) {
    throw Failure("a `" + std::string(type_name(callee)) + "` cannot be called");
  }
  return callee.native().call(*this, arguments);
}

Object Interpreter::evaluate_node(const Expr& expr, const FilterExpr& node) {
  const Object subject = node.subject ? evaluate(*node.subject) : *block_body_;
  Arguments arguments = evaluate_arguments(node.arguments);
  at_ = expr.span;
  if (!node.filter) return apply_filter(node.name, subject, arguments);
  Call bound(*this, subject, node.name, node.filter->signature, arguments);
  return node.filter->run(bound);
}

Object Interpreter::evaluate_node(const Expr& expr, const TestExpr& node) {
  const Object subject = evaluate(*node.subject);
  Arguments arguments = evaluate_arguments(node.arguments);
  at_ = expr.span;
  if (!node.test) return apply_test(node.name, subject, arguments);
  Call bound(*this, subject, node.name, node.test->signature, arguments);
  return node.test->run(bound);
}

Object Interpreter::apply_filter(std::string_view name, const Object& subject,
                                 Arguments& arguments) {
  const FilterSpec* filter = find_filter(name);
  if (!filter) {
    throw Failure("there is no filter `" + std::string(name) + "`",
                  near_names_help(name, filter_names()));
  }
  Call bound(*this, subject, name, filter->signature, arguments);
  return filter->run(bound);
}

bool Interpreter::apply_test(std::string_view name, const Object& subject, Arguments& arguments) {
  const TestSpec* test = find_test(name);
  if (!test) {
    throw Failure("there is no test `" + std::string(name) + "`",
                  near_names_help(name, test_names()));
  }
  Call bound(*this, subject, name, test->signature, arguments);
  return test->run(bound);
}

Object Interpreter::evaluate_node(const Expr& expr, const Unary& node) {
  const Object operand = evaluate(*node.operand);
  at_ = expr.span;
  return unary(node.op, operand);
}

Object Interpreter::evaluate_node(const Expr& expr, const Binary& node) {
  const Object left = evaluate(*node.left);
  const Object right = evaluate(*node.right);
  at_ = expr.span;
  const bool joins_safe = node.op == BinaryOp::kAdd && left.is_string() && right.is_string() &&
                          (left.is_safe() || right.is_safe());
  if (joins_safe) return joined({left, right});
  return binary(heap_, node.op, left, right);
}

Object Interpreter::evaluate_node(const Expr&, const Logical& node) {
  const Object left = evaluate(*node.left);
  at_ = node.left->span;
  return truth(left) == node.is_and ? evaluate(*node.right) : left;
}

Object Interpreter::evaluate_node(const Expr& expr, const Concat& node) {
  std::vector<Object> parts;
  for (const auto& part : node.parts) parts.push_back(evaluate(*part));
  at_ = expr.span;
  return joined(parts);
}

Object Interpreter::joined(const std::vector<Object>& parts) {
  bool is_safe = false;
  if (state_.autoescape != Autoescape::kNone) {
    for (const Object& part : parts) is_safe |= part.is_string() && part.is_safe();
  }
  std::string text;
  for (const Object& part : parts) {
    text += is_safe ? escaped(part) : to_text(heap_, part);
    if (text.size() > kMaxTextBytes) heap_.charge_text(text.size());
  }
  return heap_.text(text, is_safe);
}

Object Interpreter::evaluate_node(const Expr& expr, const Comparison& node) {
  Object left = evaluate(*node.first);
  for (const auto& [op, operand] : node.rest) {
    const Object right = evaluate(*operand);
    at_ = expr.span;
    if (!compare_by(heap_, op, left, right)) return false;
    left = right;
  }
  return true;
}

Object Interpreter::evaluate_node(const Expr& expr, const Conditional& node) {
  const Object condition = evaluate(*node.condition);
  at_ = node.condition->span;
  if (truth(condition)) return evaluate(*node.then);
  if (node.otherwise) return evaluate(*node.otherwise);
  at_ = expr.span;
  return missing("else", nullptr, "the condition does not hold, and there is no `else`", true);
}

}  // namespace tizza::expr
