#pragma once
#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "expr/ast.hpp"
#include "expr/token.hpp"

namespace tizza::expr {

/// Reads expressions out of a stream of tokens, by Jinja2's grammar and precedence. The parser of
/// statements is built on it.
class ExpressionParser {
 public:
  /// `line_end` is Options::newline_sequence, for texts over several lines.
  ExpressionParser(const Origin& origin, std::vector<Token> tokens, std::string line_end)
      : origin_(origin), tokens_(std::move(tokens)), line_end_(std::move(line_end)) {}

  /// Where no `a if b else c` may stand (the items of a for loop), `with_conditional` is false.
  ExprPtr parse_expression(bool with_conditional = true);
  /// Like parse_expression, but `a, b` is a tuple; `end_name` is a word that ends it.
  ExprPtr parse_tuple(bool with_conditional = true, std::string_view end_name = {},
                      bool may_be_empty = false);
  /// A chain such as `upper | indent(2)`, whose innermost subject is null.
  ExprPtr parse_filter_chain();

  const Token& current() const { return tokens_[at_]; }

 protected:
  const Token& look_ahead() const { return tokens_[std::min(at_ + 1, tokens_.size() - 1)]; }
  const Token& advance();
  bool skip_operator(std::string_view symbol);
  bool skip_name(std::string_view name);
  const Token& expect_operator(std::string_view symbol);
  const Token& expect_name(std::string_view what);
  void expect_end_of_tag();

  [[noreturn]] void fail(Span span, const std::string& message, const std::string& help = {}) const;
  [[noreturn]] void fail_unexpected(const std::string& expected) const;

  /// Counts how deep the parser stands while it lives.
  class Nesting {
   public:
    explicit Nesting(ExpressionParser& parser);
    ~Nesting() { --parser_.nesting_; }
    Nesting(const Nesting&) = delete;
    Nesting& operator=(const Nesting&) = delete;

   private:
    ExpressionParser& parser_;
  };

  /// What a macro body reads without having set it.
  struct MacroUses {
    bool caller = false, varargs = false, kwargs = false;
  };

  const Origin& origin_;
  std::vector<MacroUses> macro_uses_;  // of the macros that are open, outermost first

  /// A filter or test that does not exist. Within a branch it fails only when it is reached, for it
  /// may be guarded by `'name' is filter`; elsewhere at once.
  struct Unknown {
    Span span;
    std::string_view what;
    std::string name;
  };
  std::vector<Unknown> unknown_;
  void fail_unknown() const;

 private:
  ExprPtr parse_conditional();
  ExprPtr parse_or();
  ExprPtr parse_and();
  ExprPtr parse_not();
  ExprPtr parse_comparison();
  ExprPtr parse_sum();
  ExprPtr parse_concat();
  ExprPtr parse_product();
  ExprPtr parse_power();
  ExprPtr parse_unary(bool with_filters = true);
  ExprPtr parse_primary();
  ExprPtr parse_name();
  ExprPtr parse_string();
  ExprPtr parse_number();
  ExprPtr parse_list();
  ExprPtr parse_dict();
  ExprPtr parse_postfix(ExprPtr owner);
  ExprPtr parse_filters_and_tests(ExprPtr subject);
  ExprPtr parse_attribute(ExprPtr owner);
  ExprPtr parse_item(ExprPtr owner);
  ExprPtr parse_index();
  ExprPtr parse_call(ExprPtr callee);
  ExprPtr parse_filter(ExprPtr subject);
  ExprPtr parse_test(ExprPtr subject);
  CallArguments parse_arguments();
  std::string parse_dotted_name(std::string_view what);

  ExprPtr make(uint32_t begin, ExprNode node, uint32_t depth_below);
  uint32_t last_end() const { return at_ == 0 ? 0 : tokens_[at_ - 1].span.end; }

  std::vector<Token> tokens_;
  std::string line_end_;
  size_t at_ = 0;
  uint32_t nesting_ = 0;
};

}  // namespace tizza::expr
