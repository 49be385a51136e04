#pragma once
#include <memory>

#include "expr/template.hpp"

namespace tizza::expr {

/// A template or an expression that is parsed once and used with many contexts. It gives what
/// render() and evaluate() give, errors too. Not for two threads at once.
class Prepared {
 public:
  static Prepared of_template(SourcePtr source, const Options& options = {});
  static Prepared of_expression(const Location& at, const Options& options = {});

  /// Of a template.
  Result<std::string> render(const Value& context) const;
  /// Of an expression.
  Result<Value> evaluate(const Value& context) const;

 private:
  struct Parts;
  explicit Prepared(std::shared_ptr<const Parts> parts) : parts_(std::move(parts)) {}

  std::shared_ptr<const Parts> parts_;
};

}  // namespace tizza::expr
