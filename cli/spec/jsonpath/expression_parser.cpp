#include "spec/jsonpath/expression_parser.hpp"

#include <algorithm>

#include "spec/jsonpath/expression_words.hpp"

namespace tizza::spec::jsonpath {
namespace {

using Kind = Expression::Kind;

constexpr uint32_t kMostDepth = 200;   // of expressions within expressions
constexpr uint32_t kMostLength = 500;  // of all chains of operators and members

bool is_query(const Expression& expression) {
  switch (expression.kind) {
    case Kind::kMember:
    case Kind::kItem:
      return true;
    case Kind::kCurrent:
    case Kind::kRoot:
    case Kind::kQuery:
      return true;
    default:
      return false;
  }
}

}  // namespace

ExpressionPtr make_expression(Expression::Kind kind) {
  auto expression = std::make_unique<Expression>();
  expression->kind = kind;
  return expression;
}

Result<ExpressionPtr> Parser::condition() {
  TIZZA_TRY(auto whole, conditional());
  return asked(std::move(whole));
}

ExpressionPtr Parser::asked(ExpressionPtr expression) const {
  if (!rfc_ || !is_query(*expression)) return expression;
  auto exists = make_expression(Kind::kExists);
  exists->parts.push_back(std::move(expression));
  return exists;
}

Result<ExpressionPtr> Parser::conditional() {
  if (++reader_.depth > kMostDepth) {
    return reader_.error("expressions stand in one another too often");
  }
  TIZZA_TRY(auto left, binary(1));
  reader_.skip_space();
  if (reader_.take("?")) {
    auto choice = make_expression(Kind::kConditional);
    choice->parts.push_back(std::move(left));
    TIZZA_TRY(auto yes, conditional());
    choice->parts.push_back(std::move(yes));
    reader_.skip_space();
    if (!reader_.take(":")) return reader_.error("`:` must stand here");
    TIZZA_TRY(auto no, conditional());
    choice->parts.push_back(std::move(no));
    left = std::move(choice);
  }
  --reader_.depth;
  return left;
}

Error Parser::too_long() const {
  return reader_.error("the filter is too long");
}

Result<ExpressionPtr> Parser::binary(int least_rank) {
  TIZZA_TRY(auto left, unary());
  for (;;) {
    reader_.skip_space();
    const BinaryOperator* row = binary_operator_at(reader_.text.substr(reader_.at));
    if (row == nullptr || row->rank < least_rank) return left;
    if (++reader_.chained > kMostLength) return too_long();
    reader_.at += row->spelling.size();
    TIZZA_TRY(auto right, binary(row->rank + 1));
    const bool is_logical = row->op == Operator::kOr || row->op == Operator::kAnd;
    auto whole = make_expression(Kind::kBinary);
    whole->op = row->op;
    whole->parts.push_back(is_logical ? asked(std::move(left)) : std::move(left));
    whole->parts.push_back(is_logical ? asked(std::move(right)) : std::move(right));
    if (row->op == Operator::kMatches) TIZZA_CHECK(make_pattern(*whole->parts[1]));
    left = std::move(whole);
  }
}

Status Parser::make_pattern(Expression& right) {
  if (right.kind == Kind::kRegex) return {};
  if (right.kind != Kind::kText) return reader_.error("a pattern such as `/^x/` must stand here");
  TIZZA_TRY(right.regex, compile(right.text, "", reader_.at));
  right.kind = Kind::kRegex;
  return {};
}

Result<ExpressionPtr> Parser::unary() {
  reader_.skip_space();
  Operator op = Operator::kNone;
  if (reader_.peek() == '!' && reader_.peek(1) != '=') op = Operator::kNot;
  if (reader_.peek() == '-') op = Operator::kNegative;
  if (reader_.peek() == '+') op = Operator::kPositive;
  if (op == Operator::kNone) return postfix();
  ++reader_.at;
  if (++reader_.depth > kMostDepth) {
    return reader_.error("expressions stand in one another too often");
  }
  TIZZA_TRY(auto inner, unary());
  --reader_.depth;
  auto whole = make_expression(Kind::kUnary);
  whole->op = op;
  whole->parts.push_back(op == Operator::kNot ? asked(std::move(inner)) : std::move(inner));
  return whole;
}

Result<ExpressionPtr> Parser::postfix() {
  TIZZA_TRY(auto expression, primary());
  for (;;) {
    const size_t begin = reader_.at;
    const bool goes_on = reader_.peek() == '.' || reader_.peek() == '[';
    if (goes_on && ++reader_.chained > kMostLength) return too_long();
    if (starts_query()) {
      TIZZA_TRY(expression, query(std::move(expression)));
    } else if (reader_.take("[")) {
      auto item = make_expression(Kind::kItem);
      item->parts.push_back(std::move(expression));
      TIZZA_TRY(auto index, conditional());
      item->parts.push_back(std::move(index));
      reader_.skip_space();
      if (!reader_.take("]")) return reader_.error(begin, 1, "this bracket is not closed");
      expression = std::move(item);
    } else if (reader_.peek() == '.') {
      ++reader_.at;
      TIZZA_TRY(expression, member(std::move(expression)));
    } else {
      return expression;
    }
  }
}

bool Parser::starts_query() const {
  const std::string_view rest = reader_.text.substr(reader_.at);
  for (const std::string_view start : {"..", ".*", "[*", "[?", "[:"}) {
    if (rest.starts_with(start)) return true;
  }
  return false;
}

Result<ExpressionPtr> Parser::query(ExpressionPtr from) {
  auto whole = make_expression(Kind::kQuery);
  whole->parts.push_back(std::move(from));
  auto path = std::make_shared<Path>();
  TIZZA_CHECK(parse_segments(reader_, path->segments));
  whole->query = std::move(path);
  return whole;
}

Result<ExpressionPtr> Parser::member(ExpressionPtr object) {
  const size_t begin = reader_.at;
  const std::string name(identifier());
  if (name.empty()) return reader_.error("a name must follow the dot");
  if (reader_.peek() == '(') return method(std::move(object), name, begin);
  if (name == "constructor") {
    return reader_.error(begin, name.size(), "constructors are not looked at",
                         "`@object()`, `@array()` and `@string()` ask for the type of `@`");
  }
  auto whole = make_expression(Kind::kMember);
  whole->text = name;
  whole->parts.push_back(std::move(object));
  return whole;
}

Result<ExpressionPtr> Parser::method(ExpressionPtr object, const std::string& name, size_t begin) {
  const auto callee = find_callee(known_methods(), name);
  if (!callee) {
    const std::string near = near_callees(known_methods(), name);
    return reader_.error(begin, name.size(), "there is no method `" + name + "` in filters",
                         near.empty() ? "`includes`, `startsWith`, `match` are known" : near);
  }
  auto call = make_expression(Kind::kCall);
  call->callee = *callee;
  call->parts.push_back(std::move(object));
  TIZZA_CHECK(arguments(*call));
  if (*callee == Callee::kMatch || *callee == Callee::kSearch) TIZZA_CHECK(patterned(*call, 1));
  return call;
}

Status Parser::patterned(Expression& call, size_t index) {
  if (call.parts.size() <= index) return reader_.error("a pattern must be given");
  Expression& pattern = *call.parts[index];
  if (pattern.kind != Kind::kText) return {};
  TIZZA_TRY(pattern.regex, compile(pattern.text, "", reader_.at));
  pattern.kind = Kind::kRegex;
  return {};
}

Status Parser::arguments(Expression& call) {
  const size_t begin = reader_.at;
  ++reader_.at;  // the bracket
  reader_.skip_space();
  if (reader_.take(")")) return {};
  do {
    TIZZA_TRY(auto argument, conditional());
    call.parts.push_back(std::move(argument));
    reader_.skip_space();
  } while (reader_.take(","));
  if (reader_.take(")")) return {};
  return reader_.error(begin, 1, "this bracket is not closed");
}

Result<ExpressionPtr> parse_condition(Reader& reader, bool rfc) {
  return Parser(reader, rfc).condition();
}

}  // namespace tizza::spec::jsonpath
