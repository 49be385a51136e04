// What operators stand between: literals, names, attributes, items, calls, filters and tests.
#include <algorithm>
#include <array>
#include <charconv>
#include <limits>

#include "expr/depth.hpp"
#include "expr/expression_parser.hpp"
#include "expr/filters.hpp"
#include "expr/line_ends.hpp"
#include "expr/string_literal.hpp"
#include "expr/tests.hpp"

namespace tizza::expr {

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
    if (!append_string_literal(text, with_line_ends(token.text, line_end_), bad)) {
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
