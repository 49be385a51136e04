#pragma once
#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "expr/origin.hpp"

/// The tree of a template. Spans are bytes of Unit::origin's text.
namespace tizza::expr {

struct FilterSpec;
struct TestSpec;

struct Expr;
using ExprPtr = std::unique_ptr<Expr>;

enum class BinaryOp : uint8_t {
  kAdd,
  kSubtract,
  kMultiply,
  kDivide,
  kFloorDivide,
  kModulo,
  kPower
};
enum class UnaryOp : uint8_t { kNot, kNegative, kPositive };
enum class CompareOp : uint8_t {
  kEqual,
  kNotEqual,
  kLess,
  kLessEqual,
  kGreater,
  kGreaterEqual,
  kIn,
  kNotIn
};

struct Literal {
  std::variant<std::monostate, bool, int64_t, double, std::string> value;
};
struct Name {
  std::string id;
};
struct ListLiteral {
  std::vector<ExprPtr> items;
  bool is_tuple = false;
};
struct DictLiteral {
  std::vector<std::pair<ExprPtr, ExprPtr>> entries;
};
struct Attribute {
  ExprPtr owner;
  std::string name;
};
struct Item {
  ExprPtr owner;
  ExprPtr index;
};
/// Only as the index of an Item; absent parts are null.
struct Slice {
  ExprPtr start, stop, step;
};
struct CallArguments {
  std::vector<ExprPtr> positional;
  std::vector<std::pair<std::string, ExprPtr>> named;
  ExprPtr more_positional;  ///< `*values`
  ExprPtr more_named;       ///< `**values`
};
struct CallExpr {
  ExprPtr callee;
  CallArguments arguments;
};
struct FilterExpr {
  ExprPtr subject;  ///< Null where the body of a block is the subject.
  std::string name;
  const FilterSpec* filter;  ///< Null: there is none of this name.
  CallArguments arguments;
};
struct TestExpr {
  ExprPtr subject;
  std::string name;
  const TestSpec* test;  ///< Null: there is none of this name.
  CallArguments arguments;
};
struct Unary {
  UnaryOp op;
  ExprPtr operand;
};
struct Binary {
  BinaryOp op;
  ExprPtr left, right;
};
struct Logical {
  bool is_and;
  ExprPtr left, right;
};
struct Concat {
  std::vector<ExprPtr> parts;
};
struct Comparison {
  ExprPtr first;
  std::vector<std::pair<CompareOp, ExprPtr>> rest;
};
struct Conditional {
  ExprPtr condition, then;
  ExprPtr otherwise;  ///< Null: undefined.
};

using ExprNode =
    std::variant<Literal, Name, ListLiteral, DictLiteral, Attribute, Item, Slice, CallExpr,
                 FilterExpr, TestExpr, Unary, Binary, Logical, Concat, Comparison, Conditional>;

struct Expr {
  Span span;
  uint32_t depth = 1;  ///< Levels of expressions below and with this one.
  ExprNode node;
};

struct Statement;
using Body = std::vector<Statement>;

/// What is assigned to: a name, an attribute of a namespace, or several of them.
struct Target {
  Span span;
  std::string name;
  std::string attribute;      ///< `namespace.attribute`; else empty.
  std::vector<Target> parts;  ///< Unpacked; `name` is empty then.
};

struct Text {
  std::string_view text;  ///< In the origin.
};
struct Print {
  ExprPtr value;
};
struct If {
  std::vector<std::pair<ExprPtr, Body>> branches;
  Body otherwise;
};
struct For {
  Target target;
  ExprPtr items;
  ExprPtr condition;  ///< Null: all items.
  bool is_recursive = false;
  Body body, otherwise;
};
struct Set {
  Target target;
  ExprPtr value;
};
struct SetBlock {
  Target target;
  ExprPtr filter;  ///< Null: none.
  Body body;
};
struct With {
  std::vector<std::pair<Target, ExprPtr>> variables;
  Body body;
};
struct Parameter {
  std::string name;
  ExprPtr fallback;  ///< Null: required.
};
/// A macro, or the body of a call block (then without a name).
struct MacroNode {
  std::string name;
  std::vector<Parameter> parameters;
  Body body;
  bool uses_caller = false, uses_varargs = false, uses_kwargs = false;
};
struct CallBlock {
  std::unique_ptr<MacroNode> caller;
  ExprPtr call;  ///< A CallExpr.
};
struct FilterBlock {
  ExprPtr filter;
  Body body;
};
struct Include {
  ExprPtr name;
  bool may_be_missing = false, with_context = true;
};
struct Import {
  ExprPtr name;
  std::string alias;
  bool with_context = false;
};
struct FromImport {
  ExprPtr name;
  std::vector<std::pair<std::string, std::string>> names;  ///< Name there, name here.
  bool with_context = false;
};
struct Extends {
  ExprPtr name;
};
struct Block {
  std::string name;
  bool is_scoped = false, is_required = false;
  Body body;
};
struct Do {
  ExprPtr value;
};
struct AutoescapeBlock {
  ExprPtr enabled;
  Body body;
};
/// `{% now zone + shift, format %}`: the time, as templates of cookiecutter print it.
struct Now {
  ExprPtr zone;
  ExprPtr shift;  ///< Null: none.
  bool is_back = false;
  ExprPtr format;  ///< Null: `%Y-%m-%d`.
};
struct LoopControl {
  bool is_break;
};

struct Statement {
  Span span;
  std::variant<Text, Print, If, For, Set, SetBlock, With, std::unique_ptr<MacroNode>, CallBlock,
               FilterBlock, Include, Import, FromImport, Extends, std::unique_ptr<Block>, Do,
               AutoescapeBlock, Now, LoopControl>
      node;
};

/// A parsed template.
struct Unit {
  explicit Unit(Origin where) : origin(std::move(where)) {}

  Origin origin;
  Body body;
  std::map<std::string, const Block*, std::less<>> blocks;
};

}  // namespace tizza::expr
