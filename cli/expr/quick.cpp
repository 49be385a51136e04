#include "expr/quick.hpp"

#include "expr/functions.hpp"
#include "expr/methods.hpp"
#include "expr/shell_context.hpp"

namespace tizza::expr {
namespace {

/// A value of the context, one that stands in the expression, or none at all.
struct Found {
  enum class Kind : uint8_t { kUndefined, kValue, kText, kBool };

  Kind kind = Kind::kUndefined;
  const Value* value = nullptr;
  std::string_view text = {};
  bool flag = false;

  static Found of(const Value& value) { return {Kind::kValue, &value, {}, false}; }
  static Found of(std::string_view text) { return {Kind::kText, nullptr, text, false}; }
  static Found of(bool flag) { return {Kind::kBool, nullptr, {}, flag}; }
  bool is_undefined() const { return kind == Kind::kUndefined; }
};

const Value* member(const Value& owner, std::string_view name) {
  const Value::Mapping* members = owner.as_mapping();
  if (members == nullptr) return nullptr;
  for (const auto& [key, value] : *members) {
    if (key == name) return &value;
  }
  return nullptr;
}

std::optional<std::string_view> text_of(const Found& found) {
  if (found.kind == Found::Kind::kText) return found.text;
  const std::string* text = found.value == nullptr ? nullptr : found.value->as_string();
  return text == nullptr ? std::nullopt : std::optional<std::string_view>(*text);
}

/// None for what is undefined: there it is an error.
std::optional<bool> truth_of(const Found& found) {
  if (found.kind == Found::Kind::kBool) return found.flag;
  if (const auto text = text_of(found)) return !text->empty();
  if (found.value == nullptr) return std::nullopt;
  if (found.value->is_null()) return false;
  if (const bool* flag = found.value->as_bool()) return *flag;
  if (const Value::List* list = found.value->as_list()) return !list->empty();
  if (const Value::Mapping* mapping = found.value->as_mapping()) return !mapping->empty();
  return std::nullopt;  // numbers
}

bool has_no_arguments(const CallArguments& arguments) {
  return arguments.positional.empty() && arguments.named.empty() && !arguments.more_positional &&
         !arguments.more_named;
}

using Finding = std::optional<Found>;

class Finder {
 public:
  explicit Finder(const Value& context) : context_(context) {}

  Finding find(const Expr& expr) const {
    return std::visit([&](const auto& node) { return find_node(node); }, expr.node);
  }

 private:
  template <typename Node>
  Finding find_node(const Node&) const {
    return std::nullopt;  // for the interpreter
  }

  Finding find_node(const Literal& node) const {
    if (const auto* flag = std::get_if<bool>(&node.value)) return Found::of(*flag);
    if (const auto* text = std::get_if<std::string>(&node.value)) {
      return Found::of(std::string_view(*text));
    }
    return std::nullopt;
  }

  Finding find_node(const Name& node) const {
    if (const Value* value = member(context_, node.id)) return Found::of(*value);
    if (node.id == "self" || global_functions().find(node.id) != nullptr) return std::nullopt;
    return Found();
  }

  Finding find_node(const Attribute& node) const {
    const Finding owner = find(*node.owner);
    if (!owner || owner->value == nullptr || owner->value->as_mapping() == nullptr) {
      return std::nullopt;
    }
    if (is_dict_method(node.name)) return std::nullopt;
    const Value* value = member(*owner->value, node.name);
    return value == nullptr ? Found() : Found::of(*value);
  }

  Finding find_node(const Item& node) const {
    const auto* key = std::get_if<Literal>(&node.index->node);
    const auto* name = key == nullptr ? nullptr : std::get_if<std::string>(&key->value);
    const Finding owner = name == nullptr ? std::nullopt : find(*node.owner);
    if (!owner || owner->value == nullptr) return std::nullopt;
    const Value* value = member(*owner->value, *name);
    return value == nullptr ? Finding() : Finding(Found::of(*value));
  }

  Finding find_node(const TestExpr& node) const {
    const bool is_defined = node.name == "defined";
    if (!is_defined && node.name != "undefined") return std::nullopt;
    const Finding subject = has_no_arguments(node.arguments) ? find(*node.subject) : std::nullopt;
    if (!subject) return std::nullopt;
    return Found::of(subject->is_undefined() != is_defined);
  }

  Finding find_node(const FilterExpr& node) const {
    const CallArguments& arguments = node.arguments;
    const bool is_default = (node.name == "default" || node.name == "d") &&
                            arguments.positional.size() == 1 && arguments.named.empty() &&
                            !arguments.more_positional && !arguments.more_named;
    if (!is_default || !node.subject) return std::nullopt;
    const Finding subject = find(*node.subject);
    const Finding fallback = find(*arguments.positional.front());
    if (!subject || !fallback) return std::nullopt;
    return subject->is_undefined() ? fallback : subject;
  }

  Finding find_node(const Unary& node) const {
    const Finding operand = node.op == UnaryOp::kNot ? find(*node.operand) : std::nullopt;
    const auto truth = operand ? truth_of(*operand) : std::nullopt;
    return truth ? Finding(Found::of(!*truth)) : std::nullopt;
  }

  Finding find_node(const Logical& node) const {
    const Finding left = find(*node.left);
    const auto truth = left ? truth_of(*left) : std::nullopt;
    if (!truth) return std::nullopt;
    return *truth == node.is_and ? find(*node.right) : left;
  }

  Finding find_node(const Comparison& node) const {
    if (node.rest.size() != 1) return std::nullopt;
    const CompareOp op = node.rest.front().first;
    if (op != CompareOp::kEqual && op != CompareOp::kNotEqual) return std::nullopt;
    const Finding left = find(*node.first);
    const Finding right = find(*node.rest.front().second);
    const auto a = left ? text_of(*left) : std::nullopt;
    const auto b = right ? text_of(*right) : std::nullopt;
    if (!a || !b) return std::nullopt;
    return Found::of((*a == *b) == (op == CompareOp::kEqual));
  }

  Finding find_node(const Conditional& node) const {
    const Finding condition = node.otherwise ? find(*node.condition) : std::nullopt;
    const auto truth = condition ? truth_of(*condition) : std::nullopt;
    if (!truth) return std::nullopt;
    return find(*truth ? *node.then : *node.otherwise);
  }

  const Value& context_;
};

/// Writes a template's text; false where it needs the interpreter.
class QuickWriter {
 public:
  QuickWriter(const Value& context, bool quotes) : finder_(context), quotes_(quotes) {}

  bool write(const Body& body) {
    for (const Statement& statement : body) {
      const bool is_written =
          std::visit([&](const auto& node) { return write_node(node); }, statement.node);
      if (!is_written) return false;
    }
    return true;
  }

  std::string take() { return std::move(text_); }

 private:
  template <typename Node>
  bool write_node(const Node&) {
    return false;
  }

  bool write_node(const Text& node) {
    if (quotes_) shell_.read(node.text);
    text_ += node.text;
    return true;
  }

  bool write_node(const Print& node) {
    const Finding found = finder_.find(*node.value);
    if (!found) return false;
    const Value::List* words = found->value == nullptr ? nullptr : found->value->as_list();
    if (words != nullptr && quotes_) return print(*words);
    const auto text = text_of(*found);
    if (!text || !print(*text)) return false;
    if (quotes_) shell_.read_value();
    return true;
  }

  bool write_node(const If& node) {
    for (const auto& [condition, body] : node.branches) {
      const Finding found = finder_.find(*condition);
      const auto truth = found ? truth_of(*found) : std::nullopt;
      if (!truth) return false;
      if (*truth) return write(body);
    }
    return write(node.otherwise);
  }

  bool print(std::string_view text) {
    if (quotes_ && !shell_.doubt().empty()) return false;
    text_ += quotes_ ? shell_.quote(text) : text;
    return true;
  }

  /// As words.
  bool print(const Value::List& words) {
    for (size_t i = 0; i < words.size(); ++i) {
      const std::string* word = words[i].as_string();
      if (i > 0) text_ += ' ';
      if (word == nullptr || !print(*word)) return false;
    }
    if (words.empty() && !shell_.doubt().empty()) return false;
    shell_.read_value();
    return true;
  }

  Finder finder_;
  bool quotes_;
  std::string text_;
  ShellContext shell_;
};

}  // namespace

std::optional<std::string> render_quickly(const Unit& unit, const Value& context,
                                          Autoescape autoescape) {
  if (autoescape == Autoescape::kHtml || !unit.blocks.empty()) return std::nullopt;
  QuickWriter writer(context, autoescape == Autoescape::kShell);
  if (!writer.write(unit.body)) return std::nullopt;
  return writer.take();
}

std::optional<Value> evaluate_quickly(const Expr& expr, const Value& context) {
  const Finding found = Finder(context).find(expr);
  if (!found || found->is_undefined()) return std::nullopt;
  if (found->kind == Found::Kind::kBool) return Value(found->flag);
  return found->value == nullptr ? Value(found->text) : *found->value;
}

}  // namespace tizza::expr
