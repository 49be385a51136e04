#pragma once
#include <forward_list>
#include <string>

#include "spec/jsonpath/expression.hpp"
#include "spec/jsonpath/matcher.hpp"

namespace tizza::spec::jsonpath {

/// What a filter may look at.
struct Scope {
  const View& view;
  Node root;
  Node value;   ///< `@`
  Step step;    ///< `@property`
  Node parent;  ///< `@parent`; nothing where the container is the root.
  Step parent_step;
  std::function<std::string()> path;  ///< `@path`
};

/// A value of the filters' language.
struct Operand {
  enum class Type : uint8_t { kUndefined, kNull, kBoolean, kNumber, kText, kNode, kRegex, kList };
  Type type = Type::kUndefined;
  bool boolean = false;
  double number = 0;
  std::string_view text;
  Node node;  ///< A mapping or a list.
  const Regex* regex = nullptr;
  std::vector<Operand> items;

  static Operand of(bool value);
  static Operand of(double value);
  static Operand of(std::string_view value);
  /// The value of a node, scalars by their type.
  static Operand of(Node node);

  bool is_text() const { return type == Type::kText; }
};

/// As JavaScript has it.
bool is_truthy(const Operand& value);
bool is_same(const Operand& a, const Operand& b);           ///< `===`
bool is_loosely_equal(const Operand& a, const Operand& b);  ///< `==`
double to_number(const Operand& value);
/// The length of a text in JavaScript: UTF-16 code units.
double utf16_length(std::string_view text);

/// Evaluates filters. What JavaScript would throw an error for is undefined instead, so that a
/// filter simply does not hold where its members are absent.
class Evaluator {
 public:
  explicit Evaluator(const Scope& scope) : scope_(scope) {}

  bool holds(const Expression& condition) { return is_truthy(evaluate(condition)); }
  Operand evaluate(const Expression& expression);

 private:
  Operand unary(const Expression& expression);
  Operand binary(const Expression& expression);
  Operand call(const Expression& expression);
  Operand called_on_text(const Expression& expression, std::string_view text);
  Operand member(const Operand& object, std::string_view name);
  Operand item(const Operand& object, const Operand& index);
  Operand name_of(const Step& step) const;
  bool includes(const Operand& holder, const Operand& item);
  /// The results of a query that may have several.
  std::vector<Node> query(const Expression& expression);
  std::string_view text_of(const Operand& value);
  std::string_view keep(std::string text) { return made_.emplace_front(std::move(text)); }

  const Scope& scope_;
  std::forward_list<std::string> made_;  // texts that stand in no document
};

}  // namespace tizza::spec::jsonpath
