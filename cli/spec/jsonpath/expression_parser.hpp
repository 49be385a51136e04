#pragma once
#include <string>
#include <string_view>

#include "spec/jsonpath/expression.hpp"

namespace tizza::spec::jsonpath {

/// Reads the condition of a filter: chains of operators and members (expression_parser.cpp) around
/// operands (expression_operands.cpp).
class Parser {
 public:
  Parser(Reader& reader, bool rfc) : reader_(reader), rfc_(rfc) {}

  Result<ExpressionPtr> condition();

 private:
  /// By RFC 9535 a query where a truth is wanted asks whether there is something.
  ExpressionPtr asked(ExpressionPtr expression) const;
  Result<ExpressionPtr> conditional();
  Error too_long() const;
  Result<ExpressionPtr> binary(int least_rank);
  /// The right side of `=~` and `~=` is a pattern, in slashes or in quotes.
  Status make_pattern(Expression& right);
  Result<ExpressionPtr> unary();
  Result<ExpressionPtr> postfix();
  /// What only RFC 9535 knows: several results.
  bool starts_query() const;
  Result<ExpressionPtr> query(ExpressionPtr from);
  Result<ExpressionPtr> member(ExpressionPtr object);
  Result<ExpressionPtr> method(ExpressionPtr object, const std::string& name, size_t begin);
  /// A pattern that is given as text is compiled once.
  Status patterned(Expression& call, size_t index);
  Status arguments(Expression& call);
  std::string_view identifier();
  Result<ExpressionPtr> primary();
  Result<ExpressionPtr> parenthesised();
  Result<ExpressionPtr> list();
  Result<ExpressionPtr> regex();
  Result<Regex> compile(std::string_view pattern, std::string_view flags, size_t begin);
  Result<ExpressionPtr> number();
  void needs(uint32_t context);
  /// `@`, `@property` and their like, `@string()` and its like.
  Result<ExpressionPtr> at_name();
  Result<ExpressionPtr> word(std::string_view name, size_t begin);
  Result<ExpressionPtr> function(std::string_view name, size_t begin);

  Reader& reader_;
  bool rfc_;
};

ExpressionPtr make_expression(Expression::Kind kind);

}  // namespace tizza::spec::jsonpath
