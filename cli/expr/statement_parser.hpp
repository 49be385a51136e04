#pragma once
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "expr/ast.hpp"
#include "expr/expression_parser.hpp"
#include "expr/token.hpp"

namespace tizza::expr {

/// Parses the statements of a template. parser.cpp has those of one template by itself,
/// parser_templates.cpp those by which templates use each other: blocks, imports, macros.
class StatementParser : private ExpressionParser {
 public:
  StatementParser(Unit& unit, std::vector<Token> tokens, std::string line_end)
      : ExpressionParser(unit.origin, std::move(tokens), std::move(line_end)), unit_(unit) {}

  /// Fills the unit; fails at the first mistake.
  void run();

 private:
  using Names = std::vector<std::string_view>;

  struct Tag {
    std::string_view name;
    Statement (StatementParser::*parse)(uint32_t begin);
  };
  static const std::vector<Tag>& tags();

  // Statements up to a tag whose name is one of `ends`; the name is the current token then.
  Body parse_body(const Names& ends);
  static bool is_one_of(const Token& token, const Names& names);
  [[noreturn]] void fail_open() const;
  Statement parse_statement(uint32_t begin, const Names& ends);
  [[noreturn]] void fail_unknown_tag(const Token& name, const Names& ends) const;
  // The body of the tag that was just read, up to and with the name of the tag that ends it.
  Body parse_block_body(const Names& ends);
  Body parse_block_to(std::string_view end);
  Target parse_name_target();
  void check_assignable(const Token& token) const;
  Target parse_one_target(bool with_namespace);
  Target parse_target(bool with_namespace);
  Statement parse_for(uint32_t begin);
  Statement parse_if(uint32_t begin);
  Statement parse_set(uint32_t begin);
  Statement parse_with(uint32_t begin);
  Statement parse_autoescape(uint32_t begin);
  Statement parse_block(uint32_t begin);
  void check_empty(const Block& block, Span name) const;
  Statement parse_extends(uint32_t begin);
  bool parse_context(bool fallback);
  Statement parse_include(uint32_t begin);
  Statement parse_import(uint32_t begin);
  Statement parse_from(uint32_t begin);
  void parse_parameters(MacroNode& macro);
  void parse_macro_body(MacroNode& macro, std::string_view end);
  Statement parse_macro(uint32_t begin);
  Statement parse_call_block(uint32_t begin);
  Statement parse_filter_block(uint32_t begin);
  Statement parse_do(uint32_t begin);
  Statement parse_now(uint32_t begin);
  Statement parse_print(uint32_t begin);
  Statement parse_loop_control(uint32_t begin);

  Unit& unit_;
  std::vector<std::pair<std::string, Span>> open_;  // the tags that are being read
  int loops_ = 0;                                   // that `break` may end
};

}  // namespace tizza::expr
