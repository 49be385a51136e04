#include "expr/failure.hpp"
#include "expr/statement_parser.hpp"
#include "expr/unicode.hpp"

namespace tizza::expr {

Statement StatementParser::parse_block(uint32_t begin) {
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

void StatementParser::check_empty(const Block& block, Span name) const {
  for (const auto& statement : block.body) {
    const auto* text = std::get_if<Text>(&statement.node);
    if (!text || leading_space(text->text) != text->text.size()) {
      fail(name, "a required block holds nothing but white space and comments");
    }
  }
}

Statement StatementParser::parse_extends(uint32_t begin) {
  return {{begin, 0}, Extends{parse_expression()}};
}

bool StatementParser::parse_context(bool fallback) {
  const bool is_stated = (current().is_name("with") || current().is_name("without")) &&
                         look_ahead().is_name("context");
  if (!is_stated) return fallback;
  const bool with = advance().text == "with";
  advance();
  return with;
}

Statement StatementParser::parse_include(uint32_t begin) {
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

Statement StatementParser::parse_import(uint32_t begin) {
  Import node;
  node.name = parse_expression();
  if (!skip_name("as")) fail_unexpected("`as`");
  node.alias = parse_name_target().name;
  node.with_context = parse_context(false);
  return {{begin, 0}, std::move(node)};
}

Statement StatementParser::parse_from(uint32_t begin) {
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

void StatementParser::parse_parameters(MacroNode& macro) {
  expect_operator("(");
  while (!current().is_operator(")")) {
    if (!macro.parameters.empty()) expect_operator(",");
    const auto name = parse_name_target();
    for (const auto& known : macro.parameters) {
      if (known.name == name.name) fail(name.span, "there are two parameters `" + name.name + "`");
    }
    ExprPtr fallback = skip_operator("=") ? parse_expression() : nullptr;
    if (!fallback && !macro.parameters.empty() && macro.parameters.back().fallback) {
      fail(name.span, "a parameter without a default cannot follow one with a default");
    }
    macro.parameters.push_back({name.name, std::move(fallback)});
  }
  advance();
}

void StatementParser::parse_macro_body(MacroNode& macro, std::string_view end) {
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

Statement StatementParser::parse_macro(uint32_t begin) {
  auto macro = std::make_unique<MacroNode>();
  macro->name = parse_name_target().name;
  parse_parameters(*macro);
  parse_macro_body(*macro, "endmacro");
  return {{begin, 0}, std::move(macro)};
}

Statement StatementParser::parse_call_block(uint32_t begin) {
  CallBlock node;
  node.caller = std::make_unique<MacroNode>();
  if (current().is_operator("(")) parse_parameters(*node.caller);
  const Span span = current().span;
  node.call = parse_expression();
  if (!std::holds_alternative<CallExpr>(node.call->node)) fail(span, "a call was expected");
  parse_macro_body(*node.caller, "endcall");
  return {{begin, 0}, std::move(node)};
}

}  // namespace tizza::expr
