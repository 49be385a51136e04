#include "spec/jsonpath/evaluator.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "base/strings.hpp"
#include "base/utf8.hpp"

namespace tizza::spec::jsonpath {
namespace {

using Kind = Expression::Kind;
using Type = Operand::Type;

bool compares(Operator op, const Operand& a, const Operand& b) {
  if (a.is_text() && b.is_text()) {
    const int order = a.text.compare(b.text);
    if (op == Operator::kLess) return order < 0;
    if (op == Operator::kLessOrEqual) return order <= 0;
    if (op == Operator::kMore) return order > 0;
    return order >= 0;
  }
  const double left = to_number(a);
  const double right = to_number(b);
  if (op == Operator::kLess) return left < right;
  if (op == Operator::kLessOrEqual) return left <= right;
  if (op == Operator::kMore) return left > right;
  return left >= right;
}

double calculate(Operator op, double a, double b) {
  if (op == Operator::kSubtract) return a - b;
  if (op == Operator::kMultiply) return a * b;
  if (op == Operator::kDivide) return a / b;
  return std::fmod(a, b);
}

bool is_of(Callee type, const Operand& value) {
  const bool is_node = value.type == Type::kNode;
  switch (type) {
    case Callee::kIsString:
      return value.type == Type::kText;
    case Callee::kIsNumber:
      return value.type == Type::kNumber;
    case Callee::kIsInteger:
      return value.type == Type::kNumber && std::floor(value.number) == value.number;
    case Callee::kIsBoolean:
      return value.type == Type::kBoolean;
    case Callee::kIsNull:
      return value.type == Type::kNull;
    case Callee::kIsArray:
      return is_node && value.node.is_sequence();
    case Callee::kIsObject:
      return is_node;
    default:
      return !is_node;
  }
}

bool is_match(const Operand& pattern, std::string_view text) {
  if (pattern.type == Type::kRegex) return pattern.regex->search(text) == RegexOutcome::kMatch;
  if (!pattern.is_text()) return false;
  const auto compiled = Regex::compile(pattern.text);
  return compiled.ok() && compiled->search(text) == RegexOutcome::kMatch;
}

}  // namespace

Operand Evaluator::evaluate(const Expression& expression) {
  switch (expression.kind) {
    case Kind::kUndefined:
      return {};
    case Kind::kNull: {
      Operand null;
      null.type = Type::kNull;
      return null;
    }
    case Kind::kBoolean:
      return Operand::of(expression.boolean);
    case Kind::kNumber:
      return Operand::of(expression.number);
    case Kind::kText:
      return Operand::of(std::string_view(expression.text));
    case Kind::kRegex: {
      Operand regex;
      regex.type = Type::kRegex;
      regex.regex = &*expression.regex;
      return regex;
    }
    case Kind::kList: {
      Operand list;
      list.type = Type::kList;
      for (const auto& part : expression.parts) list.items.push_back(evaluate(*part));
      return list;
    }
    case Kind::kCurrent:
      return Operand::of(scope_.value);
    case Kind::kRoot:
      return Operand::of(scope_.root);
    case Kind::kProperty:
      return name_of(scope_.step);
    case Kind::kParent:
      return Operand::of(scope_.parent);
    case Kind::kParentProperty:
      return name_of(scope_.parent_step);
    case Kind::kPath:
      return Operand::of(keep(scope_.path()));
    case Kind::kMember:
      return member(evaluate(*expression.parts[0]), expression.text);
    case Kind::kItem:
      return item(evaluate(*expression.parts[0]), evaluate(*expression.parts[1]));
    case Kind::kCall:
      return call(expression);
    case Kind::kUnary:
      return unary(expression);
    case Kind::kBinary:
      return binary(expression);
    case Kind::kConditional:
      return evaluate(*expression.parts[holds(*expression.parts[0]) ? 1 : 2]);
    case Kind::kQuery: {
      const auto results = query(expression);
      return results.size() == 1 ? Operand::of(results[0]) : Operand();
    }
    case Kind::kExists: {
      const Expression& inner = *expression.parts[0];
      if (inner.kind == Kind::kQuery) return Operand::of(!query(inner).empty());
      return Operand::of(evaluate(inner).type != Type::kUndefined);
    }
  }
  return {};
}

Operand Evaluator::unary(const Expression& expression) {
  const Operand inner = evaluate(*expression.parts[0]);
  if (expression.op == Operator::kNot) return Operand::of(!is_truthy(inner));
  const double number = to_number(inner);
  return Operand::of(expression.op == Operator::kNegative ? -number : number);
}

Operand Evaluator::binary(const Expression& expression) {
  Operand left = evaluate(*expression.parts[0]);
  if (expression.op == Operator::kOr && is_truthy(left)) return left;
  if (expression.op == Operator::kAnd && !is_truthy(left)) return left;
  const Operand right = evaluate(*expression.parts[1]);
  switch (expression.op) {
    case Operator::kOr:
    case Operator::kAnd:
      return right;
    case Operator::kEqual:
      return Operand::of(is_loosely_equal(left, right));
    case Operator::kUnequal:
      return Operand::of(!is_loosely_equal(left, right));
    case Operator::kSame:
      return Operand::of(is_same(left, right));
    case Operator::kNotSame:
      return Operand::of(!is_same(left, right));
    case Operator::kIn:
      return Operand::of(includes(right, left));
    case Operator::kMatches:
      if (left.type == Type::kUndefined || left.type == Type::kNode) return Operand::of(false);
      return Operand::of(is_match(right, text_of(left)));
    case Operator::kAdd:
      if (left.is_text() || right.is_text()) {
        return Operand::of(keep(std::string(text_of(left)) + std::string(text_of(right))));
      }
      return Operand::of(to_number(left) + to_number(right));
    case Operator::kSubtract:
    case Operator::kMultiply:
    case Operator::kDivide:
    case Operator::kRemainder:
      return Operand::of(calculate(expression.op, to_number(left), to_number(right)));
    default:
      return Operand::of(compares(expression.op, left, right));
  }
}

Operand Evaluator::name_of(const Step& step) const {
  if (step.is_item) return Operand::of(static_cast<double>(step.index));
  return step.key ? Operand::of(step.key.text()) : Operand();
}

std::string_view Evaluator::text_of(const Operand& value) {
  if (value.is_text()) return value.text;
  if (value.type == Type::kBoolean) return value.boolean ? "true" : "false";
  if (value.type == Type::kNull) return "null";
  if (value.type == Type::kNumber) return keep(fmt::format("{}", value.number));
  return "undefined";
}

Operand Evaluator::member(const Operand& object, std::string_view name) {
  if (name == "length") {
    if (object.is_text()) return Operand::of(utf16_length(object.text));
    if (object.type == Type::kList) return Operand::of(static_cast<double>(object.items.size()));
    if (object.node.is_sequence()) return Operand::of(static_cast<double>(object.node.size()));
  }
  if (!object.node.is_mapping()) return {};
  const Node value = object.node[name];
  return value ? Operand::of(scope_.view.target(value)) : Operand();
}

Operand Evaluator::item(const Operand& object, const Operand& index) {
  if (index.is_text()) return member(object, index.text);
  if (index.type != Type::kNumber) return {};
  if (object.node.is_mapping()) return member(object, text_of(index));
  const auto count =
      static_cast<double>(object.type == Type::kList ? object.items.size() : object.node.size());
  // RFC 9535 counts from the end where an index is negative.
  const double at = index.number < 0 ? index.number + count : index.number;
  if (!(at >= 0 && at < count)) return {};
  if (object.type == Type::kList) return object.items[static_cast<size_t>(at)];
  return Operand::of(scope_.view.target(object.node.at(static_cast<size_t>(at))));
}

bool Evaluator::includes(const Operand& holder, const Operand& wanted) {
  if (holder.is_text()) return holder.text.find(text_of(wanted)) != std::string_view::npos;
  if (holder.type == Type::kList) {
    return std::any_of(holder.items.begin(), holder.items.end(),
                       [&](const Operand& one) { return is_same(one, wanted); });
  }
  if (holder.node.is_mapping()) return holder.node.find(text_of(wanted)).has_value();
  for (const Node one : holder.node.items()) {
    if (is_same(Operand::of(scope_.view.target(one)), wanted)) return true;
  }
  return false;
}

Operand Evaluator::call(const Expression& expression) {
  const Expression& first = *expression.parts[0];
  switch (expression.callee) {
    case Callee::kCountFunction:
      if (first.kind == Kind::kQuery) {
        return Operand::of(static_cast<double>(query(first).size()));
      }
      return Operand::of(evaluate(first).type == Type::kUndefined ? 0.0 : 1.0);
    case Callee::kValueFunction:
      return evaluate(first);
    case Callee::kLengthFunction: {
      const Operand of = evaluate(first);
      if (of.is_text()) return Operand::of(static_cast<double>(utf8::count_code_points(of.text)));
      return of.type == Type::kNode ? Operand::of(static_cast<double>(of.node.size())) : Operand();
    }
    case Callee::kMatchFunction:
    case Callee::kSearchFunction: {
      const Operand text = evaluate(first);
      if (!text.is_text()) return Operand::of(false);
      return Operand::of(is_match(evaluate(*expression.parts[1]), text.text));
    }
    default:
      break;
  }
  const Operand object = evaluate(first);
  if (expression.callee >= Callee::kIsString) return Operand::of(is_of(expression.callee, object));
  if (expression.callee == Callee::kIncludes || expression.callee == Callee::kHasOwnProperty) {
    if (expression.parts.size() < 2) return Operand::of(false);
    if (expression.callee == Callee::kHasOwnProperty && !object.node.is_mapping()) {
      return Operand::of(false);
    }
    return Operand::of(includes(object, evaluate(*expression.parts[1])));
  }
  if (object.type == Type::kRegex && expression.parts.size() > 1) {
    return Operand::of(is_match(object, text_of(evaluate(*expression.parts[1]))));  // `test`
  }
  if (object.type == Type::kList && expression.callee == Callee::kIndexOf &&
      expression.parts.size() > 1) {
    const Operand wanted = evaluate(*expression.parts[1]);
    const auto found = std::find_if(object.items.begin(), object.items.end(),
                                    [&](const Operand& one) { return is_same(one, wanted); });
    return Operand::of(
        found == object.items.end() ? -1.0 : static_cast<double>(found - object.items.begin()));
  }
  // The name of a list's item is a number, of which the engine makes a text for methods.
  const bool is_name = first.kind == Kind::kProperty || first.kind == Kind::kParentProperty;
  if (object.is_text() || expression.callee == Callee::kToString ||
      (is_name && object.type == Type::kNumber)) {
    return called_on_text(expression, text_of(object));
  }
  return {};
}

Operand Evaluator::called_on_text(const Expression& expression, std::string_view text) {
  switch (expression.callee) {
    case Callee::kToLowerCase:
      return Operand::of(keep(to_lower(text)));
    case Callee::kToUpperCase: {
      std::string upper(text);
      std::transform(upper.begin(), upper.end(), upper.begin(),
                     [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c; });
      return Operand::of(keep(std::move(upper)));
    }
    case Callee::kTrim:
      return Operand::of(trim(text));
    case Callee::kToString:
      return Operand::of(text);
    default:
      break;
  }
  if (expression.parts.size() < 2) return {};
  const Operand argument = evaluate(*expression.parts[1]);
  switch (expression.callee) {
    case Callee::kMatch:
      return Operand::of(is_match(argument, text));
    case Callee::kSearch:
      return Operand::of(is_match(argument, text) ? 0.0 : -1.0);
    case Callee::kStartsWith:
      return Operand::of(text.starts_with(text_of(argument)));
    case Callee::kEndsWith:
      return Operand::of(text.ends_with(text_of(argument)));
    case Callee::kIndexOf: {
      const size_t found = text.find(text_of(argument));
      return Operand::of(found == std::string_view::npos ? -1.0 : static_cast<double>(found));
    }
    default:
      return {};
  }
}

std::vector<Node> Evaluator::query(const Expression& expression) {
  const Operand from = evaluate(*expression.parts[0]);
  std::vector<Node> results;
  if (from.type != Type::kNode) return results;
  Matcher({expression.query.get()}).run(from.node, scope_.view, [&](size_t, const Match& match) {
    results.push_back(match.value);
  });
  return results;
}

}  // namespace tizza::spec::jsonpath
