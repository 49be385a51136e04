#include "expr/expression_parser.hpp"

#include <algorithm>

#include "base/near_names.hpp"
#include "expr/depth.hpp"
#include "expr/failure.hpp"
#include "expr/filters.hpp"
#include "expr/tests.hpp"

namespace tizza::expr {
namespace {

// Bounds for the stack: of this parser, and of everything that later walks the tree.
constexpr uint32_t kMaxParserNesting = 150;
constexpr uint32_t kMaxExpressionDepth = 400;

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

ExprPtr ExpressionParser::make(uint32_t begin, ExprNode node, uint32_t depth_below) {
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

}  // namespace tizza::expr
