#include "expr/parser.hpp"

#include <algorithm>

#include "base/near_names.hpp"
#include "base/strings.hpp"
#include "expr/failure.hpp"
#include "expr/lexer.hpp"
#include "expr/statement_parser.hpp"

namespace tizza::expr {

void StatementParser::run() {
  unit_.body = parse_body({});
  fail_unknown();
}

Body StatementParser::parse_body(const Names& ends) {
  const Nesting nesting(*this);
  Body body;
  for (;;) {
    const Token token = current();
    switch (token.kind) {
      case TokenKind::kText:
        body.push_back({token.span, Text{token.text}});
        advance();
        break;
      case TokenKind::kPrintBegin: {
        advance();
        Statement print{token.span, Print{parse_tuple()}};
        print.span.end = current().span.end;
        expect_end_of_tag();
        body.push_back(std::move(print));
        break;
      }
      case TokenKind::kTagBegin:
        advance();
        if (is_one_of(current(), ends)) return body;
        body.push_back(parse_statement(token.span.begin, ends));
        break;
      default:
        if (!ends.empty()) fail_open();
        return body;
    }
  }
}

bool StatementParser::is_one_of(const Token& token, const Names& names) {
  return token.kind == TokenKind::kName &&
         std::find(names.begin(), names.end(), token.text) != names.end();
}

void StatementParser::fail_open() const {
  const auto& [name, span] = open_.back();
  fail(span, "`" + name + "` has no end", "close it with `end" + name + "`");
}

Statement StatementParser::parse_statement(uint32_t begin, const Names& ends) {
  const Token& name = expect_name("the name of a tag");
  for (const Tag& tag : tags()) {
    if (tag.name != name.text) continue;
    open_.emplace_back(std::string(name.text), name.span);
    Statement statement = (this->*tag.parse)(begin);
    statement.span.end = current().span.end;
    expect_end_of_tag();
    open_.pop_back();
    return statement;
  }
  fail_unknown_tag(name, ends);
}

void StatementParser::fail_unknown_tag(const Token& name, const Names& ends) const {
  if (name.text.starts_with("end") && !open_.empty()) {
    fail(name.span, "`" + std::string(name.text) + "` stands where " +
                        quoted_list({ends.begin(), ends.end()}, "or") + " was expected");
  }
  std::vector<std::string> known(ends.begin(), ends.end());
  for (const Tag& tag : tags()) known.emplace_back(tag.name);
  fail(name.span, "there is no tag `" + std::string(name.text) + "`",
       near_names_help(name.text, known));
}

Body StatementParser::parse_block_body(const Names& ends) {
  skip_operator(":");
  if (current().kind != TokenKind::kTagEnd) fail_unexpected("the end of the tag");
  advance();
  return parse_body(ends);
}

Body StatementParser::parse_block_to(std::string_view end) {
  auto body = parse_block_body({end});
  advance();
  return body;
}

Target StatementParser::parse_name_target() {
  const Token& token = expect_name("a name");
  check_assignable(token);
  return {token.span, std::string(token.text), {}, {}};
}

void StatementParser::check_assignable(const Token& token) const {
  static constexpr std::string_view kFixed[] = {"true", "false", "none", "True", "False", "None"};
  for (const auto name : kFixed) {
    if (token.text == name) fail(token.span, "`" + std::string(name) + "` cannot be set");
  }
}

Target StatementParser::parse_one_target(bool with_namespace) {
  if (skip_operator("(")) {
    auto inner = parse_target(with_namespace);
    expect_operator(")");
    return inner;
  }
  auto target = parse_name_target();
  if (with_namespace && skip_operator(".")) {
    const Token& attribute = expect_name("the name of an attribute");
    target.attribute = attribute.text;
    target.span.end = attribute.span.end;
  }
  return target;
}

Target StatementParser::parse_target(bool with_namespace) {
  auto first = parse_one_target(with_namespace);
  if (!current().is_operator(",")) return first;
  Target tuple{first.span, {}, {}, {}};
  tuple.parts.push_back(std::move(first));
  while (skip_operator(",")) {
    const bool is_at_end = current().kind != TokenKind::kName && !current().is_operator("(");
    if (is_at_end || current().is_name("in")) break;
    tuple.parts.push_back(parse_one_target(with_namespace));
    tuple.span.end = tuple.parts.back().span.end;
  }
  return tuple;
}

Statement StatementParser::parse_for(uint32_t begin) {
  For node;
  node.target = parse_target(false);
  if (!skip_name("in")) fail_unexpected("`in`");
  node.items = parse_tuple(false, "recursive");
  if (skip_name("if")) node.condition = parse_expression();
  node.is_recursive = skip_name("recursive");
  ++loops_;
  node.body = parse_block_body({"endfor", "else"});
  --loops_;
  if (advance().text == "else") node.otherwise = parse_block_to("endfor");
  return {{begin, 0}, std::move(node)};
}

Statement StatementParser::parse_if(uint32_t begin) {
  If node;
  const size_t known = unknown_.size();
  for (;;) {
    auto condition = parse_tuple(false);
    auto body = parse_block_body({"elif", "else", "endif"});
    node.branches.emplace_back(std::move(condition), std::move(body));
    const auto word = advance().text;
    if (word == "elif") continue;
    if (word == "else") node.otherwise = parse_block_to("endif");
    break;
  }
  unknown_.resize(known);
  return {{begin, 0}, std::move(node)};
}

Statement StatementParser::parse_set(uint32_t begin) {
  auto target = parse_target(true);
  if (skip_operator("=")) return {{begin, 0}, Set{std::move(target), parse_tuple()}};
  auto filter = skip_operator("|") ? parse_filter_chain() : nullptr;
  auto body = parse_block_to("endset");
  return {{begin, 0}, SetBlock{std::move(target), std::move(filter), std::move(body)}};
}

Statement StatementParser::parse_with(uint32_t begin) {
  With node;
  while (current().kind != TokenKind::kTagEnd) {
    if (!node.variables.empty()) expect_operator(",");
    auto target = parse_target(false);
    expect_operator("=");
    node.variables.emplace_back(std::move(target), parse_expression());
  }
  node.body = parse_block_to("endwith");
  return {{begin, 0}, std::move(node)};
}

Statement StatementParser::parse_autoescape(uint32_t begin) {
  auto enabled = parse_expression();
  auto body = parse_block_to("endautoescape");
  return {{begin, 0}, AutoescapeBlock{std::move(enabled), std::move(body)}};
}

Statement StatementParser::parse_filter_block(uint32_t begin) {
  auto filter = parse_filter_chain();
  auto body = parse_block_to("endfilter");
  return {{begin, 0}, FilterBlock{std::move(filter), std::move(body)}};
}

Statement StatementParser::parse_do(uint32_t begin) {
  return {{begin, 0}, Do{parse_tuple()}};
}

Statement StatementParser::parse_now(uint32_t begin) {
  Now now;
  now.zone = parse_expression();
  auto* sum = std::get_if<Binary>(&now.zone->node);
  if (sum && (sum->op == BinaryOp::kAdd || sum->op == BinaryOp::kSubtract)) {
    now.is_back = sum->op == BinaryOp::kSubtract;
    now.shift = std::move(sum->right);
    now.zone = ExprPtr(std::move(sum->left));
  }
  if (skip_operator(",")) now.format = parse_expression();
  return {{begin, 0}, std::move(now)};
}

Statement StatementParser::parse_print(uint32_t begin) {
  Concat all;
  uint32_t depth = 0;
  while (current().kind != TokenKind::kTagEnd) {
    if (!all.parts.empty()) expect_operator(",");
    all.parts.push_back(parse_expression());
    depth = std::max(depth, all.parts.back()->depth);
  }
  const Span span{begin, current().span.begin};
  return {{begin, 0}, Print{std::make_unique<Expr>(Expr{span, depth + 1, std::move(all)})}};
}

Statement StatementParser::parse_loop_control(uint32_t begin) {
  const auto& [name, span] = open_.back();
  if (loops_ == 0) fail(span, "`" + name + "` stands outside of a loop");
  return {{begin, 0}, LoopControl{name == "break"}};
}

const std::vector<StatementParser::Tag>& StatementParser::tags() {
  static const std::vector<Tag> kTags = {
      {"if", &StatementParser::parse_if},
      {"for", &StatementParser::parse_for},
      {"set", &StatementParser::parse_set},
      {"with", &StatementParser::parse_with},
      {"block", &StatementParser::parse_block},
      {"extends", &StatementParser::parse_extends},
      {"include", &StatementParser::parse_include},
      {"import", &StatementParser::parse_import},
      {"from", &StatementParser::parse_from},
      {"macro", &StatementParser::parse_macro},
      {"call", &StatementParser::parse_call_block},
      {"filter", &StatementParser::parse_filter_block},
      {"do", &StatementParser::parse_do},
      {"now", &StatementParser::parse_now},
      {"print", &StatementParser::parse_print},
      {"autoescape", &StatementParser::parse_autoescape},
      {"break", &StatementParser::parse_loop_control},
      {"continue", &StatementParser::parse_loop_control},
  };
  return kTags;
}

namespace {

class WholeExpression : private ExpressionParser {
 public:
  using ExpressionParser::ExpressionParser;

  ExprPtr run() {
    auto expr = parse_expression();
    if (current().kind != TokenKind::kEnd) fail_unexpected("an operator or the end");
    fail_unknown();
    return expr;
  }
};

}  // namespace

std::unique_ptr<Unit> parse_template(Origin origin, const Options& options) {
  auto unit = std::make_unique<Unit>(std::move(origin));
  StatementParser(*unit, lex_template(unit->origin, options), options.newline_sequence).run();
  return unit;
}

ExprPtr parse_expression(const Origin& origin, const Options& options) {
  return WholeExpression(origin, lex_expression(origin, options), options.newline_sequence).run();
}

}  // namespace tizza::expr
