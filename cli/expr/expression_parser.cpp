#include "expr/expression_parser.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <limits>

#include "base/near_names.hpp"
#include "expr/failure.hpp"
#include "expr/filters.hpp"
#include "expr/string_literal.hpp"
#include "expr/tests.hpp"

namespace tizza::expr {
namespace {

// Bounds for the stack: of this parser, and of everything that later walks the tree.
constexpr uint32_t kMaxParserNesting = 150;
constexpr uint32_t kMaxExpressionDepth = 400;

uint32_t depth_of(const ExprPtr& expr) {
  return expr ? expr->depth : 0;
}

uint32_t depth_of(const std::vector<ExprPtr>& exprs) {
  uint32_t deepest = 0;
  for (const auto& expr : exprs) deepest = std::max(deepest, depth_of(expr));
  return deepest;
}

uint32_t depth_of(const CallArguments& arguments) {
  uint32_t deepest = std::max({depth_of(arguments.positional), depth_of(arguments.more_positional),
                               depth_of(arguments.more_named)});
  for (const auto& [name, value] : arguments.named) deepest = std::max(deepest, depth_of(value));
  return deepest;
}

std::string describe(const Token& token) {
  switch (token.kind) {
    case TokenKind::kEnd:
      return "the end of the template";
    case TokenKind::kTagEnd:
    case TokenKind::kPrintEnd:
      return "the end of the tag";
    default:
      return "`" + std::string(token.text) + "`";
  }
}

}  // namespace

ExpressionParser::Nesting::Nesting(ExpressionParser& parser) : parser_(parser) {
  if (++parser_.nesting_ > kMaxParserNesting) {
    parser_.fail(parser_.current().span,
                 "more than " + std::to_string(kMaxParserNesting) + " levels of nesting");
  }
}

template <typename Node>
ExprPtr ExpressionParser::make(uint32_t begin, Node node, uint32_t depth_below) {
  const Span span{begin, std::max(begin, last_end())};
  if (depth_below >= kMaxExpressionDepth) {
    fail({begin, begin + 1}, "the expression is too long",
         "split it with `set` into parts of less than " + std::to_string(kMaxExpressionDepth) +
             " operators");
  }
  return std::make_unique<Expr>(Expr{span, depth_below + 1, std::move(node)});
}

const Token& ExpressionParser::advance() {
  const Token& token = tokens_[at_];
  if (at_ + 1 < tokens_.size()) ++at_;
  return token;
}

bool ExpressionParser::skip_operator(std::string_view symbol) {
  if (!current().is_operator(symbol)) return false;
  advance();
  return true;
}

bool ExpressionParser::skip_name(std::string_view name) {
  if (!current().is_name(name)) return false;
  advance();
  return true;
}

const Token& ExpressionParser::expect_operator(std::string_view symbol) {
  if (!current().is_operator(symbol)) fail_unexpected("`" + std::string(symbol) + "`");
  return advance();
}

const Token& ExpressionParser::expect_name(std::string_view what) {
  if (current().kind != TokenKind::kName) fail_unexpected(std::string(what));
  return advance();
}

void ExpressionParser::expect_end_of_tag() {
  const auto kind = current().kind;
  if (kind != TokenKind::kTagEnd && kind != TokenKind::kPrintEnd) {
    fail_unexpected("the end of the tag");
  }
  advance();
}

void ExpressionParser::fail(Span span, const std::string& message, const std::string& help) const {
  throw Failure(origin_.at(span), message, help);
}

void ExpressionParser::fail_unexpected(const std::string& expected) const {
  fail(current().span, expected + " was expected, not " + describe(current()));
}

void ExpressionParser::fail_unknown() const {
  if (unknown_.empty()) return;
  const auto& [span, what, name] = unknown_.front();
  const auto names = what == "filter" ? filter_names() : test_names();
  fail(span, "there is no " + std::string(what) + " `" + name + "`", near_names_help(name, names));
}

ExprPtr ExpressionParser::parse_expression(bool with_conditional) {
  const Nesting nesting(*this);
  return with_conditional ? parse_conditional() : parse_or();
}

ExprPtr ExpressionParser::parse_tuple(bool with_conditional, std::string_view end_name,
                                      bool may_be_empty) {
  const uint32_t begin = current().span.begin;
  std::vector<ExprPtr> items;
  bool is_tuple = false;
  const auto is_at_end = [&] {
    const Token& token = current();
    return token.kind == TokenKind::kPrintEnd || token.kind == TokenKind::kTagEnd ||
           token.is_operator(")") || (!end_name.empty() && token.is_name(end_name));
  };
  while (!is_at_end()) {
    items.push_back(parse_expression(with_conditional));
    if (!current().is_operator(",")) break;
    is_tuple = true;
    advance();
  }
  if (!is_tuple && !items.empty()) return std::move(items.front());
  if (!is_tuple && !may_be_empty) fail_unexpected("an expression");
  const uint32_t depth = depth_of(items);
  return make(begin, ListLiteral{std::move(items), true}, depth);
}

ExprPtr ExpressionParser::parse_conditional() {
  const uint32_t begin = current().span.begin;
  const size_t known = unknown_.size();
  auto then = parse_or();
  while (current().is_name("if")) {
    advance();
    auto condition = parse_or();
    ExprPtr otherwise = skip_name("else") ? parse_expression() : nullptr;
    unknown_.resize(known);
    const uint32_t depth = std::max({depth_of(then), depth_of(condition), depth_of(otherwise)});
    then = make(begin, Conditional{std::move(condition), std::move(then), std::move(otherwise)},
                depth);
  }
  return then;
}

ExprPtr ExpressionParser::parse_or() {
  const uint32_t begin = current().span.begin;
  auto left = parse_and();
  while (skip_name("or")) {
    auto right = parse_and();
    const uint32_t depth = std::max(depth_of(left), depth_of(right));
    left = make(begin, Logical{false, std::move(left), std::move(right)}, depth);
  }
  return left;
}

ExprPtr ExpressionParser::parse_and() {
  const uint32_t begin = current().span.begin;
  auto left = parse_not();
  while (skip_name("and")) {
    auto right = parse_not();
    const uint32_t depth = std::max(depth_of(left), depth_of(right));
    left = make(begin, Logical{true, std::move(left), std::move(right)}, depth);
  }
  return left;
}

ExprPtr ExpressionParser::parse_not() {
  const uint32_t begin = current().span.begin;
  if (!skip_name("not")) return parse_comparison();
  const Nesting nesting(*this);
  auto operand = parse_not();
  const uint32_t depth = depth_of(operand);
  return make(begin, Unary{UnaryOp::kNot, std::move(operand)}, depth);
}

ExprPtr ExpressionParser::parse_comparison() {
  static constexpr std::pair<std::string_view, CompareOp> kSymbols[] = {
      {"==", CompareOp::kEqual},  {"!=", CompareOp::kNotEqual},
      {"<", CompareOp::kLess},    {"<=", CompareOp::kLessEqual},
      {">", CompareOp::kGreater}, {">=", CompareOp::kGreaterEqual}};
  const uint32_t begin = current().span.begin;
  auto first = parse_sum();
  std::vector<std::pair<CompareOp, ExprPtr>> rest;
  uint32_t depth = depth_of(first);
  for (;;) {
    const auto symbol = std::find_if(std::begin(kSymbols), std::end(kSymbols),
                                     [&](const auto& s) { return current().is_operator(s.first); });
    CompareOp op;
    if (symbol != std::end(kSymbols)) {
      op = symbol->second;
    } else if (current().is_name("in")) {
      op = CompareOp::kIn;
    } else if (current().is_name("not") && look_ahead().is_name("in")) {
      advance();
      op = CompareOp::kNotIn;
    } else {
      break;
    }
    advance();
    rest.emplace_back(op, parse_sum());
    depth = std::max(depth, depth_of(rest.back().second));
  }
  if (rest.empty()) return first;
  return make(begin, Comparison{std::move(first), std::move(rest)}, depth);
}

ExprPtr ExpressionParser::parse_sum() {
  const uint32_t begin = current().span.begin;
  auto left = parse_concat();
  while (current().is_operator("+") || current().is_operator("-")) {
    const auto op = advance().text == "+" ? BinaryOp::kAdd : BinaryOp::kSubtract;
    auto right = parse_concat();
    const uint32_t depth = std::max(depth_of(left), depth_of(right));
    left = make(begin, Binary{op, std::move(left), std::move(right)}, depth);
  }
  return left;
}

ExprPtr ExpressionParser::parse_concat() {
  const uint32_t begin = current().span.begin;
  std::vector<ExprPtr> parts;
  parts.push_back(parse_product());
  while (skip_operator("~")) parts.push_back(parse_product());
  if (parts.size() == 1) return std::move(parts.front());
  const uint32_t depth = depth_of(parts);
  return make(begin, Concat{std::move(parts)}, depth);
}

ExprPtr ExpressionParser::parse_product() {
  static constexpr std::pair<std::string_view, BinaryOp> kSymbols[] = {
      {"*", BinaryOp::kMultiply},
      {"/", BinaryOp::kDivide},
      {"//", BinaryOp::kFloorDivide},
      {"%", BinaryOp::kModulo}};
  const uint32_t begin = current().span.begin;
  auto left = parse_power();
  for (;;) {
    const auto symbol = std::find_if(std::begin(kSymbols), std::end(kSymbols),
                                     [&](const auto& s) { return current().is_operator(s.first); });
    if (symbol == std::end(kSymbols)) return left;
    advance();
    auto right = parse_power();
    const uint32_t depth = std::max(depth_of(left), depth_of(right));
    left = make(begin, Binary{symbol->second, std::move(left), std::move(right)}, depth);
  }
}

ExprPtr ExpressionParser::parse_power() {
  const uint32_t begin = current().span.begin;
  auto left = parse_unary();
  while (skip_operator("**")) {
    auto right = parse_unary();
    const uint32_t depth = std::max(depth_of(left), depth_of(right));
    left = make(begin, Binary{BinaryOp::kPower, std::move(left), std::move(right)}, depth);
  }
  return left;
}

ExprPtr ExpressionParser::parse_unary(bool with_filters) {
  const uint32_t begin = current().span.begin;
  ExprPtr node;
  if (current().is_operator("-") || current().is_operator("+")) {
    const Nesting nesting(*this);
    const auto op = advance().text == "-" ? UnaryOp::kNegative : UnaryOp::kPositive;
    auto operand = parse_unary(false);
    const uint32_t depth = depth_of(operand);
    node = make(begin, Unary{op, std::move(operand)}, depth);
  } else {
    node = parse_primary();
  }
  node = parse_postfix(std::move(node));
  return with_filters ? parse_filters_and_tests(std::move(node)) : std::move(node);
}

ExprPtr ExpressionParser::parse_primary() {
  const Token& token = current();
  switch (token.kind) {
    case TokenKind::kName:
      return parse_name();
    case TokenKind::kString:
      return parse_string();
    case TokenKind::kInteger:
    case TokenKind::kFloat:
      return parse_number();
    default:
      break;
  }
  if (token.is_operator("[")) return parse_list();
  if (token.is_operator("{")) return parse_dict();
  if (!token.is_operator("(")) fail_unexpected("an expression");
  advance();
  auto inner = parse_tuple(true, {}, true);
  expect_operator(")");
  return inner;
}

ExprPtr ExpressionParser::parse_name() {
  const Token& token = advance();
  const uint32_t begin = token.span.begin;
  const auto word = token.text;
  if (word == "true" || word == "True") return make(begin, Literal{true}, 0);
  if (word == "false" || word == "False") return make(begin, Literal{false}, 0);
  if (word == "none" || word == "None") return make(begin, Literal{}, 0);
  for (auto& uses : macro_uses_) {
    uses.caller |= word == "caller";
    uses.varargs |= word == "varargs";
    uses.kwargs |= word == "kwargs";
  }
  return make(begin, Name{std::string(word)}, 0);
}

ExprPtr ExpressionParser::parse_string() {
  const uint32_t begin = current().span.begin;
  std::string text;
  while (current().kind == TokenKind::kString) {
    const Token& token = advance();
    size_t bad = 0;
    if (!append_string_literal(text, token.text, bad)) {
      const auto at = token.span.begin + static_cast<uint32_t>(bad);
      fail({at, at + 2}, "this escape sequence is cut short or names no character");
    }
  }
  return make(begin, Literal{std::move(text)}, 0);
}

ExprPtr ExpressionParser::parse_number() {
  const Token& token = advance();
  std::string digits(token.text);
  digits.erase(std::remove(digits.begin(), digits.end(), '_'), digits.end());
  const uint32_t begin = token.span.begin;
  if (token.kind == TokenKind::kFloat) {
    double value = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    if (error == std::errc::result_out_of_range) {
      const bool is_small =
          digits.find("e-") != std::string::npos || digits.find("E-") != std::string::npos;
      value = is_small ? 0.0 : std::numeric_limits<double>::infinity();
    }
    return make(begin, Literal{value}, 0);
  }
  int base = 10;
  if (digits.size() > 2 && digits[0] == '0') {
    const char letter = static_cast<char>(digits[1] | 0x20);
    base = letter == 'x' ? 16 : letter == 'o' ? 8 : letter == 'b' ? 2 : 10;
  }
  const char* first = digits.data() + (base == 10 ? 0 : 2);
  int64_t value = 0;
  const auto [end, error] = std::from_chars(first, digits.data() + digits.size(), value, base);
  if (error != std::errc()) {
    fail(token.span, "`" + std::string(token.text) + "` does not fit in 64 bits");
  }
  return make(begin, Literal{value}, 0);
}

ExprPtr ExpressionParser::parse_list() {
  const uint32_t begin = expect_operator("[").span.begin;
  std::vector<ExprPtr> items;
  while (!current().is_operator("]")) {
    items.push_back(parse_expression());
    if (!current().is_operator("]")) expect_operator(",");
  }
  advance();
  const uint32_t depth = depth_of(items);
  return make(begin, ListLiteral{std::move(items), false}, depth);
}

ExprPtr ExpressionParser::parse_dict() {
  const uint32_t begin = expect_operator("{").span.begin;
  std::vector<std::pair<ExprPtr, ExprPtr>> entries;
  uint32_t depth = 0;
  while (!current().is_operator("}")) {
    auto key = parse_expression();
    expect_operator(":");
    auto value = parse_expression();
    depth = std::max({depth, depth_of(key), depth_of(value)});
    entries.emplace_back(std::move(key), std::move(value));
    if (!current().is_operator("}")) expect_operator(",");
  }
  advance();
  return make(begin, DictLiteral{std::move(entries)}, depth);
}

ExprPtr ExpressionParser::parse_postfix(ExprPtr owner) {
  for (;;) {
    if (current().is_operator(".")) {
      owner = parse_attribute(std::move(owner));
    } else if (current().is_operator("[")) {
      owner = parse_item(std::move(owner));
    } else if (current().is_operator("(")) {
      owner = parse_call(std::move(owner));
    } else {
      return owner;
    }
  }
}

ExprPtr ExpressionParser::parse_filters_and_tests(ExprPtr subject) {
  for (;;) {
    if (skip_operator("|")) {
      subject = parse_filter(std::move(subject));
    } else if (current().is_name("is")) {
      subject = parse_test(std::move(subject));
    } else if (current().is_operator("(")) {
      subject = parse_call(std::move(subject));
    } else {
      return subject;
    }
  }
}

ExprPtr ExpressionParser::parse_attribute(ExprPtr owner) {
  const uint32_t begin = owner->span.begin;
  const uint32_t depth = depth_of(owner);
  advance();
  const auto kind = current().kind;
  if (kind == TokenKind::kName) {
    return make(begin, Attribute{std::move(owner), std::string(advance().text)}, depth);
  }
  if (kind != TokenKind::kInteger) fail_unexpected("a name or a number");
  auto index = parse_number();
  return make(begin, Item{std::move(owner), std::move(index)}, depth);
}

ExprPtr ExpressionParser::parse_item(ExprPtr owner) {
  const uint32_t begin = owner->span.begin;
  const uint32_t bracket = advance().span.begin;
  std::vector<ExprPtr> indices;
  while (!current().is_operator("]")) {
    if (!indices.empty()) expect_operator(",");
    indices.push_back(parse_index());
  }
  advance();
  ExprPtr index;
  if (indices.size() == 1) {
    index = std::move(indices.front());
  } else {
    const uint32_t depth = depth_of(indices);
    index = make(bracket, ListLiteral{std::move(indices), true}, depth);
  }
  const uint32_t depth = std::max(depth_of(owner), depth_of(index));
  return make(begin, Item{std::move(owner), std::move(index)}, depth);
}

ExprPtr ExpressionParser::parse_index() {
  const uint32_t begin = current().span.begin;
  const auto part = [&]() -> ExprPtr {
    const Token& token = current();
    const bool is_absent =
        token.is_operator(":") || token.is_operator("]") || token.is_operator(",");
    return is_absent ? nullptr : parse_expression();
  };
  auto start = part();
  if (!skip_operator(":")) {
    if (!start) fail_unexpected("an expression");
    return start;
  }
  auto stop = part();
  auto step = skip_operator(":") ? part() : nullptr;
  const uint32_t depth = std::max({depth_of(start), depth_of(stop), depth_of(step)});
  return make(begin, Slice{std::move(start), std::move(stop), std::move(step)}, depth);
}

ExprPtr ExpressionParser::parse_call(ExprPtr callee) {
  const uint32_t begin = callee->span.begin;
  auto arguments = parse_arguments();
  const uint32_t depth = std::max(depth_of(callee), depth_of(arguments));
  return make(begin, CallExpr{std::move(callee), std::move(arguments)}, depth);
}

CallArguments ExpressionParser::parse_arguments() {
  expect_operator("(");
  CallArguments arguments;
  while (!current().is_operator(")")) {
    const Span span = current().span;
    const bool is_last = arguments.more_named != nullptr;
    const bool has_named = !arguments.named.empty() || arguments.more_positional || is_last;
    if (skip_operator("*")) {
      if (arguments.more_positional || is_last) fail(span, "`*` stands too late in the call");
      arguments.more_positional = parse_expression();
    } else if (skip_operator("**")) {
      if (is_last) fail(span, "`**` stands in the call twice");
      arguments.more_named = parse_expression();
    } else if (current().kind == TokenKind::kName && look_ahead().is_operator("=")) {
      if (is_last) fail(span, "a named argument cannot follow `**`");
      std::string name(advance().text);
      advance();
      for (const auto& [known, value] : arguments.named) {
        if (known == name) fail(span, "`" + name + "` is given twice");
      }
      arguments.named.emplace_back(std::move(name), parse_expression());
    } else {
      if (has_named) fail(span, "an argument without a name cannot follow one with a name");
      arguments.positional.push_back(parse_expression());
    }
    if (!current().is_operator(")")) expect_operator(",");
  }
  advance();
  return arguments;
}

std::string ExpressionParser::parse_dotted_name(std::string_view what) {
  std::string name(expect_name(what).text);
  while (skip_operator(".")) name.append(".").append(expect_name(what).text);
  return name;
}

ExprPtr ExpressionParser::parse_filter_chain() {
  auto chain = parse_filter(nullptr);
  while (skip_operator("|")) chain = parse_filter(std::move(chain));
  return chain;
}

ExprPtr ExpressionParser::parse_filter(ExprPtr subject) {
  const Span name_span = current().span;
  auto name = parse_dotted_name("the name of a filter");
  const FilterSpec* filter = find_filter(name);
  if (!filter) unknown_.push_back({name_span, "filter", name});
  CallArguments arguments;
  if (current().is_operator("(")) arguments = parse_arguments();
  const uint32_t begin = subject ? subject->span.begin : name_span.begin;
  const uint32_t depth = std::max(depth_of(subject), depth_of(arguments));
  return make(begin, FilterExpr{std::move(subject), std::move(name), filter, std::move(arguments)},
              depth);
}

ExprPtr ExpressionParser::parse_test(ExprPtr subject) {
  static constexpr std::array kNoArgument = {std::string_view("else"), std::string_view("or"),
                                             std::string_view("and")};
  advance();
  const bool is_negated = skip_name("not");
  const Span name_span = current().span;
  auto name = parse_dotted_name("the name of a test");
  const TestSpec* test = find_test(name);
  if (!test) unknown_.push_back({name_span, "test", name});
  CallArguments arguments;
  const Token& token = current();
  const bool starts_value =
      token.kind == TokenKind::kString || token.kind == TokenKind::kInteger ||
      token.kind == TokenKind::kFloat || token.is_operator("[") || token.is_operator("{") ||
      (token.kind == TokenKind::kName &&
       std::find(kNoArgument.begin(), kNoArgument.end(), token.text) == kNoArgument.end());
  if (token.is_operator("(")) {
    arguments = parse_arguments();
  } else if (starts_value) {
    if (token.is_name("is")) fail(token.span, "tests cannot be chained with `is`");
    arguments.positional.push_back(parse_postfix(parse_primary()));
  }
  const uint32_t begin = subject->span.begin;
  const uint32_t depth = std::max(depth_of(subject), depth_of(arguments));
  auto result =
      make(begin, TestExpr{std::move(subject), std::move(name), test, std::move(arguments)}, depth);
  if (!is_negated) return result;
  return make(begin, Unary{UnaryOp::kNot, std::move(result)}, depth + 1);
}

}  // namespace tizza::expr
