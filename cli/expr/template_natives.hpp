#pragma once
#include <string>

#include "expr/interpreter.hpp"
#include "expr/native.hpp"

namespace tizza::expr {

/// `self` in a template: its blocks as functions.
class TemplateSelf final : public Native {
 public:
  std::string_view type_name() const override { return "template"; }
  std::optional<Object> attribute(Interpreter& vm, std::string_view name) override;
};

/// One definition of a block as a function: `super()`, `self.title()`.
class BlockCall final : public Native {
 public:
  BlockCall(std::string_view name, size_t level) : name_(name), level_(level) {}

  std::string_view type_name() const override { return "block"; }
  std::optional<Object> attribute(Interpreter& vm, std::string_view name) override;
  bool is_callable() const override { return true; }
  Object call(Interpreter& vm, Arguments& arguments) override;

 private:
  std::string_view name_;
  size_t level_;
};

/// What `import` gives: the variables and macros that a template sets at its outermost level.
class Module final : public Native {
 public:
  Module(std::string_view name, std::string_view text, const Scope& top)
      : name_(name), text_(text), top_(top) {}

  std::string_view type_name() const override { return "template"; }
  std::string describe() const override { return std::string(text_); }
  std::optional<Object> attribute(Interpreter& vm, std::string_view name) override;

 private:
  std::string_view name_;
  std::string_view text_;
  const Scope& top_;
};

}  // namespace tizza::expr
