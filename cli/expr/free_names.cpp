#include "expr/free_names.hpp"

#include <algorithm>
#include <set>

#include "expr/functions.hpp"

namespace tizza::expr {
namespace {

/// Walks a tree and keeps track of what is set where, as the interpreter's scopes do.
class Walker {
 public:
  explicit Walker(const Origin& origin) : origin_(origin) {}

  std::vector<FreeName> run(const Body& body) {
    walk(body);
    return std::move(names_);
  }

  std::vector<FreeName> run(const ExprPtr& expr) {
    walk(expr);
    return std::move(names_);
  }

 private:
  using Known = std::set<std::string, std::less<>>;

  void read(const std::string& name, Span span) {
    const bool is_builtin = global_functions().find(name) != nullptr;
    if (known_.contains(name) || is_builtin) return;
    const bool is_listed = std::any_of(names_.begin(), names_.end(), [&](const FreeName& listed) {
      return listed.name == name && !listed.is_template;
    });
    if (!is_listed) names_.push_back({name, origin_.at(span)});
  }

  /// A template that is named as it stands must be there, unless the name is worked out.
  void need(const ExprPtr& name) {
    const auto* literal = std::get_if<Literal>(&name->node);
    const auto* text = literal ? std::get_if<std::string>(&literal->value) : nullptr;
    if (text) names_.push_back({*text, origin_.at(name->span), true});
    walk(name);
  }

  void set(const Target& target) {
    if (!target.attribute.empty()) read(target.name, target.span);
    if (target.parts.empty()) known_.insert(target.name);
    for (const auto& part : target.parts) set(part);
  }

  // What is set inside stays inside.
  template <typename Walk>
  void apart(Walk inner) {
    const Known before = known_;
    inner();
    known_ = before;
  }

  void walk(const Body& body) {
    for (const auto& statement : body) {
      std::visit([this](const auto& node) { visit(node); }, statement.node);
    }
  }

  void walk(const ExprPtr& expr) {
    if (!expr) return;
    if (const auto* name = std::get_if<Name>(&expr->node)) read(name->id, expr->span);
    std::visit([this](const auto& node) { visit(node); }, expr->node);
  }

  void walk(const std::vector<ExprPtr>& exprs) {
    for (const auto& expr : exprs) walk(expr);
  }

  void walk(const CallArguments& arguments) {
    walk(arguments.positional);
    for (const auto& [name, value] : arguments.named) walk(value);
    walk(arguments.more_positional);
    walk(arguments.more_named);
  }

  void visit(const Literal&) {}
  void visit(const Name&) {}
  void visit(const ListLiteral& node) { walk(node.items); }
  void visit(const DictLiteral& node) {
    for (const auto& [key, value] : node.entries) walk(key), walk(value);
  }
  void visit(const Attribute& node) { walk(node.owner); }
  void visit(const Item& node) { walk(node.owner), walk(node.index); }
  void visit(const Slice& node) { walk(node.start), walk(node.stop), walk(node.step); }
  void visit(const CallExpr& node) { walk(node.callee), walk(node.arguments); }
  void visit(const FilterExpr& node) { walk(node.subject), walk(node.arguments); }
  void visit(const TestExpr& node) { walk(node.subject), walk(node.arguments); }
  void visit(const Unary& node) { walk(node.operand); }
  void visit(const Binary& node) { walk(node.left), walk(node.right); }
  void visit(const Logical& node) { walk(node.left), walk(node.right); }
  void visit(const Concat& node) { walk(node.parts); }
  void visit(const Comparison& node) {
    walk(node.first);
    for (const auto& [op, operand] : node.rest) walk(operand);
  }
  void visit(const Conditional& node) {
    walk(node.condition), walk(node.then), walk(node.otherwise);
  }

  void visit(const Text&) {}
  void visit(const LoopControl&) {}
  void visit(const Print& node) { walk(node.value); }
  void visit(const Do& node) { walk(node.value); }
  void visit(const Now& node) { walk(node.zone), walk(node.shift), walk(node.format); }
  void visit(const Include& node) { node.may_be_missing ? walk(node.name) : need(node.name); }
  void visit(const Extends& node) { need(node.name); }
  void visit(const If& node) {
    for (const auto& [condition, body] : node.branches) walk(condition), walk(body);
    walk(node.otherwise);
  }
  void visit(const For& node) {
    walk(node.items);
    apart([&] {
      set(node.target);
      walk(node.condition);
      known_.insert("loop");
      walk(node.body);
    });
    apart([&] { walk(node.otherwise); });
  }
  void visit(const Set& node) {
    walk(node.value);
    set(node.target);
  }
  void visit(const SetBlock& node) {
    apart([&] { walk(node.body); });
    walk(node.filter);
    set(node.target);
  }
  void visit(const With& node) {
    for (const auto& [target, value] : node.variables) walk(value);
    apart([&] {
      for (const auto& [target, value] : node.variables) set(target);
      walk(node.body);
    });
  }
  void visit(const MacroNode& node) {
    apart([&] {
      for (const auto& parameter : node.parameters) {
        walk(parameter.fallback);
        known_.insert(parameter.name);
      }
      known_.insert({"caller", "varargs", "kwargs"});
      walk(node.body);
    });
  }
  void visit(const std::unique_ptr<MacroNode>& node) {
    known_.insert(node->name);
    visit(*node);
  }
  void visit(const CallBlock& node) {
    walk(node.call);
    visit(*node.caller);
  }
  void visit(const FilterBlock& node) {
    walk(node.filter);
    apart([&] { walk(node.body); });
  }
  void visit(const AutoescapeBlock& node) {
    walk(node.enabled);
    apart([&] { walk(node.body); });
  }
  void visit(const Import& node) {
    need(node.name);
    known_.insert(node.alias);
  }
  void visit(const FromImport& node) {
    need(node.name);
    for (const auto& [name, alias] : node.names) known_.insert(alias);
  }
  void visit(const std::unique_ptr<Block>& node) {
    apart([&] {
      known_.insert({"super", "self"});
      walk(node->body);
    });
  }

  const Origin& origin_;
  Known known_;
  std::vector<FreeName> names_;
};

}  // namespace

std::vector<FreeName> free_names(const Unit& unit) {
  return Walker(unit.origin).run(unit.body);
}

std::vector<FreeName> free_names(const Origin& origin, const ExprPtr& expr) {
  return Walker(origin).run(expr);
}

}  // namespace tizza::expr
