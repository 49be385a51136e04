#pragma once
#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "expr/ast.hpp"
#include "expr/chance.hpp"
#include "expr/heap.hpp"
#include "expr/native.hpp"
#include "expr/scope.hpp"
#include "expr/shell_context.hpp"
#include "expr/template.hpp"

namespace tizza::expr {

class Macro;
struct FilterSpec;
struct MethodSpec;
struct TestSpec;

/// Walks the tree of a template and writes what it says. One interpreter renders once.
class Interpreter {
 public:
  /// `names` is what the template can see; it outlives the interpreter.
  Interpreter(Heap& heap, const Options& options, Names& names);
  ~Interpreter();
  Interpreter(const Interpreter&) = delete;
  Interpreter& operator=(const Interpreter&) = delete;

  std::string render(const Unit& unit);
  Object evaluate(const Unit& unit, const Expr& expr);

  // What builtins and natives need.

  Heap& heap() { return heap_; }
  Chance& chance() { return chance_; }
  const Options& options() const { return options_; }
  Autoescape autoescape() const { return state_.autoescape; }
  Scope& scope() { return *state_.scope; }
  /// The place of what is being evaluated.
  Location location() const;

  /// What a for loop goes through. An iterator is used up by it.
  Sequence& iterate(const Object& object);
  /// `owner.name`: attributes first, then items.
  Object attribute(const Object& owner, std::string_view name);
  /// `owner[key]`: items first, then attributes.
  Object item(const Object& owner, const Object& key);
  Object call(const Object& callee, Arguments& arguments);
  Object apply_filter(std::string_view name, const Object& subject, Arguments& arguments);
  bool apply_test(std::string_view name, const Object& subject, Arguments& arguments);
  /// A value that is not there, with the place that asked for it.
  Object missing(std::string_view name, const Object* owner, std::string_view hint = {},
                 bool is_silent = false);

  /// The text of a value for the output: escaped by the mode that holds, unless it is safe.
  std::string escaped(const Object& object);
  /// What a body, a macro or a block wrote: safe where the mode escapes.
  Object captured(std::string text);

  // What macros, loops and blocks call back.

  /// Runs a body in a scope of its own and returns what it writes.
  std::string run_apart(const Unit& unit, const Body& body, Scope& scope);
  /// The same for a macro whose parameters stand in `scope`.
  std::string run_macro(const Macro& macro, Scope& scope);
  /// An expression of another template, such as the default of a parameter.
  Object evaluate_in(const Unit& unit, Scope& scope, const Expr& expr);
  void assign(const Target& target, const Object& value);
  Object evaluate(const Expr& expr);
  const Unit& unit() const { return *state_.unit; }
  Scope* new_scope(const Scope* outer);
  Object run_loop(const For& node, const Object& items, const Scope& outer, uint32_t depth);
  bool has_block(std::string_view name, size_t level) const;
  Object super_block(std::string_view name, size_t level);
  Object call_block(std::string_view name, size_t level);

  /// One level deeper in macros, includes and loops while it lives; fails above the limit.
  class Level {
   public:
    explicit Level(Interpreter& vm);
    ~Level() { --vm_.level_; }
    Level(const Level&) = delete;
    Level& operator=(const Level&) = delete;

   private:
    Interpreter& vm_;
  };

 private:
  enum class Flow : uint8_t { kNext, kBreak, kContinue };

  /// The definitions of each block, those of the youngest child first.
  struct BlockEntry {
    const Block* block;
    const Unit* unit;
  };
  struct Inheritance {
    std::map<std::string, std::vector<BlockEntry>, std::less<>> blocks;
    Scope* top = nullptr;  ///< Variables of the outermost level, which all blocks see.
    const Unit* parent = nullptr;
  };

  /// Everything that changes when another template or macro is entered.
  struct State {
    const Unit* unit = nullptr;
    Scope* scope = nullptr;
    std::string* out = nullptr;
    Inheritance* inheritance = nullptr;
    Autoescape autoescape = Autoescape::kNone;
    ShellContext* shell = nullptr;  ///< Where `out` stands in a shell line; null: not known.
    bool is_top = false;  ///< Statements of the outermost level, where `extends` may stand.
  };
  class Entered;
  class Depth;

  // Statements.
  Flow run(const Body& body);
  Flow run(const Statement& statement);
  Flow run_node(const Text& node);
  Flow run_node(const Print& node);
  Flow run_node(const If& node);
  Flow run_node(const For& node);
  Flow run_node(const Set& node);
  Flow run_node(const SetBlock& node);
  Flow run_node(const With& node);
  Flow run_node(const std::unique_ptr<MacroNode>& node);
  Flow run_node(const CallBlock& node);
  Flow run_node(const FilterBlock& node);
  Flow run_node(const Include& node);
  Flow run_node(const Import& node);
  Flow run_node(const FromImport& node);
  Flow run_node(const Extends& node);
  Flow run_node(const std::unique_ptr<Block>& node);
  Flow run_node(const Do& node);
  Flow run_node(const AutoescapeBlock& node);
  Flow run_node(const Now& node);
  Flow run_node(const LoopControl& node);
  Flow run_in_scope(const Body& body, Scope& scope);
  void run_items(const For& node, Sequence& items, const Scope& outer, uint32_t depth);
  Sequence& select(const For& node, Sequence& items, const Scope& outer);
  void write(std::string_view text);
  void append(std::string_view text);
  void print(const Object& value);
  std::string quoted(const Object& object);

  // Templates.
  void run_unit(const Unit& unit, Inheritance& inheritance);
  void run_block(const BlockEntry& entry, size_t level, const Scope& outer);
  const Unit* load(const Object& name, bool may_be_missing);
  Object import(const Expr& name, bool with_context);

  // Expressions.
  Object evaluate_node(const Expr& expr, const Literal& node);
  Object evaluate_node(const Expr& expr, const Name& node);
  Object evaluate_node(const Expr& expr, const ListLiteral& node);
  Object evaluate_node(const Expr& expr, const DictLiteral& node);
  Object evaluate_node(const Expr& expr, const Attribute& node);
  Object evaluate_node(const Expr& expr, const Item& node);
  Object evaluate_node(const Expr& expr, const Slice& node);
  Object evaluate_node(const Expr& expr, const CallExpr& node);
  Object evaluate_node(const Expr& expr, const FilterExpr& node);
  Object evaluate_node(const Expr& expr, const TestExpr& node);
  Object evaluate_node(const Expr& expr, const Unary& node);
  Object evaluate_node(const Expr& expr, const Binary& node);
  Object evaluate_node(const Expr& expr, const Logical& node);
  Object evaluate_node(const Expr& expr, const Concat& node);
  Object evaluate_node(const Expr& expr, const Comparison& node);
  Object evaluate_node(const Expr& expr, const Conditional& node);
  Object filtered(const Expr& chain, const Object& body);
  Arguments evaluate_arguments(const CallArguments& arguments);
  Object joined(const std::vector<Object>& parts);
  const Object* find_item(const Object& owner, const Object& key, Object& made);

  Heap& heap_;
  const Options& options_;
  Names& names_;
  Chance chance_;
  State state_;
  ShellContext shell_;
  bool is_printing_ = false;  // what is evaluated stands where the output is
  Span at_;
  uint32_t level_ = 0;
  uint32_t depth_ = 0;
  uint64_t written_ = 0;
  std::string dropped_;
  const Object* block_body_ = nullptr;  // the subject of the filter chain of a block
  std::vector<std::unique_ptr<Inheritance>> inheritances_;
  std::map<std::string, std::unique_ptr<Unit>, std::less<>> loaded_;
};

}  // namespace tizza::expr
