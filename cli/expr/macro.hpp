#pragma once
#include "expr/ast.hpp"
#include "expr/native.hpp"
#include "expr/scope.hpp"
#include "expr/template.hpp"

namespace tizza::expr {

/// A macro, or the body of a call block (`caller`), with the variables that it can see.
class Macro final : public Native {
 public:
  Macro(const MacroNode& node, const Unit& unit, const Scope& outer, Autoescape autoescape)
      : node_(node), unit_(unit), outer_(outer), autoescape_(autoescape) {}

  std::string_view type_name() const override { return "macro"; }
  std::string describe() const override;
  std::optional<Object> attribute(Interpreter& vm, std::string_view name) override;
  bool is_callable() const override { return true; }
  Object call(Interpreter& vm, Arguments& arguments) override;

  const MacroNode& node() const { return node_; }
  const Unit& unit() const { return unit_; }
  Autoescape autoescape() const { return autoescape_; }

 private:
  void bind(Interpreter& vm, Scope& scope, Arguments& arguments) const;
  void bind_rest(Interpreter& vm, Scope& scope, Arguments& arguments) const;

  const MacroNode& node_;
  const Unit& unit_;
  const Scope& outer_;
  Autoescape autoescape_;
};

}  // namespace tizza::expr
