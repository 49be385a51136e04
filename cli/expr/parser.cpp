#include "expr/parser.hpp"

#include <algorithm>
#include <string>
#include <vector>

#include "base/near_names.hpp"
#include "base/strings.hpp"
#include "expr/expression_parser.hpp"
#include "expr/failure.hpp"
#include "expr/lexer.hpp"
#include "expr/unicode.hpp"

namespace tizza::expr {
namespace {

class Parser : private ExpressionParser {
 public:
  Parser(Unit& unit, std::vector<Token> tokens)
      : ExpressionParser(unit.origin, std::move(tokens)), unit_(unit) {}

  void run() {
    unit_.body = parse_body({});
    fail_unknown();
  }

 private:
  using Names = std::vector<std::string_view>;

  // Statements up to a tag whose name is one of `ends`; the name is the current token then.
  Body parse_body(const Names& ends) {
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

  static bool is_one_of(const Token& token, const Names& names) {
    return token.kind == TokenKind::kName &&
           std::find(names.begin(), names.end(), token.text) != names.end();
  }

  [[noreturn]] void fail_open() const {
    const auto& [name, span] = open_.back();
    fail(span, "`" + name + "` has no end", "close it with `end" + name + "`");
  }

  struct Tag {
    std::string_view name;
    Statement (Parser::*parse)(uint32_t begin);
  };
  static const std::vector<Tag>& tags();

  Statement parse_statement(uint32_t begin, const Names& ends) {
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

  [[noreturn]] void fail_unknown_tag(const Token& name, const Names& ends) const {
    if (name.text.starts_with("end") && !open_.empty()) {
      fail(name.span, "`" + std::string(name.text) + "` stands where " +
                          quoted_list({ends.begin(), ends.end()}, "or") + " was expected");
    }
    std::vector<std::string> known(ends.begin(), ends.end());
    for (const Tag& tag : tags()) known.emplace_back(tag.name);
    fail(name.span, "there is no tag `" + std::string(name.text) + "`",
         near_names_help(name.text, known));
  }

  // The body of the tag that was just read, up to and with the name of the tag that ends it.
  Body parse_block_body(const Names& ends) {
    skip_operator(":");
    if (current().kind != TokenKind::kTagEnd) fail_unexpected("the end of the tag");
    advance();
    return parse_body(ends);
  }

  Body parse_block_to(std::string_view end) {
    auto body = parse_block_body({end});
    advance();
    return body;
  }

  Target parse_name_target() {
    const Token& token = expect_name("a name");
    check_assignable(token);
    return {token.span, std::string(token.text), {}, {}};
  }

  void check_assignable(const Token& token) const {
    static constexpr std::string_view kFixed[] = {"true", "false", "none", "True", "False", "None"};
    for (const auto name : kFixed) {
      if (token.text == name) fail(token.span, "`" + std::string(name) + "` cannot be set");
    }
  }

  Target parse_one_target(bool with_namespace) {
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

  Target parse_target(bool with_namespace) {
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

  Statement parse_for(uint32_t begin) {
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

  Statement parse_if(uint32_t begin) {
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

  Statement parse_set(uint32_t begin) {
    auto target = parse_target(true);
    if (skip_operator("=")) return {{begin, 0}, Set{std::move(target), parse_tuple()}};
    auto filter = skip_operator("|") ? parse_filter_chain() : nullptr;
    auto body = parse_block_to("endset");
    return {{begin, 0}, SetBlock{std::move(target), std::move(filter), std::move(body)}};
  }

  Statement parse_with(uint32_t begin) {
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

  Statement parse_autoescape(uint32_t begin) {
    auto enabled = parse_expression();
    auto body = parse_block_to("endautoescape");
    return {{begin, 0}, AutoescapeBlock{std::move(enabled), std::move(body)}};
  }

  Statement parse_block(uint32_t begin) {
    auto node = std::make_unique<Block>();
    const Token& name = expect_name("the name of the block");
    node->name = name.text;
    if (current().is_operator("-")) {
      fail(current().span, "the name of a block cannot hold `-`", "write `_` instead");
    }
    node->is_scoped = skip_name("scoped");
    node->is_required = skip_name("required");
    if (!unit_.blocks.emplace(node->name, node.get()).second) {
      fail(name.span, "there is a block `" + node->name + "` already");
    }
    const int outer_loops = std::exchange(loops_, 0);
    node->body = parse_block_to("endblock");
    loops_ = outer_loops;
    if (node->is_required) check_empty(*node, name.span);
    skip_name(node->name);
    return {{begin, 0}, std::move(node)};
  }

  void check_empty(const Block& block, Span name) const {
    for (const auto& statement : block.body) {
      const auto* text = std::get_if<Text>(&statement.node);
      if (!text || leading_space(text->text) != text->text.size()) {
        fail(name, "a required block holds nothing but white space and comments");
      }
    }
  }

  Statement parse_extends(uint32_t begin) { return {{begin, 0}, Extends{parse_expression()}}; }

  bool parse_context(bool fallback) {
    const bool is_stated = (current().is_name("with") || current().is_name("without")) &&
                           look_ahead().is_name("context");
    if (!is_stated) return fallback;
    const bool with = advance().text == "with";
    advance();
    return with;
  }

  Statement parse_include(uint32_t begin) {
    Include node;
    node.name = parse_expression();
    if (current().is_name("ignore") && look_ahead().is_name("missing")) {
      advance();
      advance();
      node.may_be_missing = true;
    }
    node.with_context = parse_context(true);
    return {{begin, 0}, std::move(node)};
  }

  Statement parse_import(uint32_t begin) {
    Import node;
    node.name = parse_expression();
    if (!skip_name("as")) fail_unexpected("`as`");
    node.alias = parse_name_target().name;
    node.with_context = parse_context(false);
    return {{begin, 0}, std::move(node)};
  }

  Statement parse_from(uint32_t begin) {
    FromImport node;
    node.name = parse_expression();
    if (!skip_name("import")) fail_unexpected("`import`");
    for (;;) {
      const bool is_context = (current().is_name("with") || current().is_name("without")) &&
                              look_ahead().is_name("context");
      if (is_context) break;
      auto name = parse_name_target();
      if (name.name.starts_with("_")) {
        fail(name.span, "names that start with `_` cannot be imported");
      }
      auto alias = skip_name("as") ? parse_name_target().name : name.name;
      node.names.emplace_back(std::move(name.name), std::move(alias));
      if (!skip_operator(",") || current().kind == TokenKind::kTagEnd) break;
    }
    node.with_context = parse_context(false);
    return {{begin, 0}, std::move(node)};
  }

  void parse_parameters(MacroNode& macro) {
    expect_operator("(");
    while (!current().is_operator(")")) {
      if (!macro.parameters.empty()) expect_operator(",");
      const auto name = parse_name_target();
      for (const auto& known : macro.parameters) {
        if (known.name == name.name)
          fail(name.span, "there are two parameters `" + name.name + "`");
      }
      ExprPtr fallback = skip_operator("=") ? parse_expression() : nullptr;
      if (!fallback && !macro.parameters.empty() && macro.parameters.back().fallback) {
        fail(name.span, "a parameter without a default cannot follow one with a default");
      }
      macro.parameters.push_back({name.name, std::move(fallback)});
    }
    advance();
  }

  void parse_macro_body(MacroNode& macro, std::string_view end) {
    macro_uses_.emplace_back();
    const int outer_loops = std::exchange(loops_, 0);
    macro.body = parse_block_to(end);
    loops_ = outer_loops;
    MacroUses uses = macro_uses_.back();
    macro_uses_.pop_back();
    for (const auto& parameter : macro.parameters) {
      if (parameter.name == "varargs") uses.varargs = false;
      if (parameter.name == "kwargs") uses.kwargs = false;
    }
    macro.uses_caller = uses.caller;
    macro.uses_varargs = uses.varargs;
    macro.uses_kwargs = uses.kwargs;
  }

  Statement parse_macro(uint32_t begin) {
    auto macro = std::make_unique<MacroNode>();
    macro->name = parse_name_target().name;
    parse_parameters(*macro);
    parse_macro_body(*macro, "endmacro");
    return {{begin, 0}, std::move(macro)};
  }

  Statement parse_call_block(uint32_t begin) {
    CallBlock node;
    node.caller = std::make_unique<MacroNode>();
    if (current().is_operator("(")) parse_parameters(*node.caller);
    const Span span = current().span;
    node.call = parse_expression();
    if (!std::holds_alternative<CallExpr>(node.call->node)) fail(span, "a call was expected");
    parse_macro_body(*node.caller, "endcall");
    return {{begin, 0}, std::move(node)};
  }

  Statement parse_filter_block(uint32_t begin) {
    auto filter = parse_filter_chain();
    auto body = parse_block_to("endfilter");
    return {{begin, 0}, FilterBlock{std::move(filter), std::move(body)}};
  }

  Statement parse_do(uint32_t begin) { return {{begin, 0}, Do{parse_tuple()}}; }

  Statement parse_print(uint32_t begin) {
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

  Statement parse_loop_control(uint32_t begin) {
    const auto& [name, span] = open_.back();
    if (loops_ == 0) fail(span, "`" + name + "` stands outside of a loop");
    return {{begin, 0}, LoopControl{name == "break"}};
  }

  Unit& unit_;
  std::vector<std::pair<std::string, Span>> open_;  // the tags that are being read
  int loops_ = 0;                                   // that `break` may end
};

const std::vector<Parser::Tag>& Parser::tags() {
  static const std::vector<Tag> kTags = {
      {"if", &Parser::parse_if},
      {"for", &Parser::parse_for},
      {"set", &Parser::parse_set},
      {"with", &Parser::parse_with},
      {"block", &Parser::parse_block},
      {"extends", &Parser::parse_extends},
      {"include", &Parser::parse_include},
      {"import", &Parser::parse_import},
      {"from", &Parser::parse_from},
      {"macro", &Parser::parse_macro},
      {"call", &Parser::parse_call_block},
      {"filter", &Parser::parse_filter_block},
      {"do", &Parser::parse_do},
      {"print", &Parser::parse_print},
      {"autoescape", &Parser::parse_autoescape},
      {"break", &Parser::parse_loop_control},
      {"continue", &Parser::parse_loop_control},
  };
  return kTags;
}

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
  Parser(*unit, lex_template(unit->origin, options)).run();
  return unit;
}

ExprPtr parse_expression(const Origin& origin, const Options& options) {
  return WholeExpression(origin, lex_expression(origin, options)).run();
}

}  // namespace tizza::expr
