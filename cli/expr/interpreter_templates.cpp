#include "expr/entered.hpp"
#include "expr/failure.hpp"
#include "expr/functions.hpp"
#include "expr/interpreter.hpp"
#include "expr/missing.hpp"
#include "expr/parser.hpp"
#include "expr/printing.hpp"
#include "expr/template_natives.hpp"

namespace tizza::expr {
namespace {

// Runs what another template does; a failure there says that it was reached from here.
template <typename Run>
auto with_note(Interpreter& vm, const char* what, Run run) {
  try {
    return run();
  } catch (Failure& failure) {
    if (!failure.at) failure.at = vm.location();
    add_note(failure, what, vm.location());
    throw;
  }
}

}  // namespace

std::optional<Object> TemplateSelf::attribute(Interpreter& vm, std::string_view name) {
  if (!vm.has_block(name, 0)) return std::nullopt;
  return Object(vm.heap().make<BlockCall>(vm.heap().keep(name), 0));
}

std::optional<Object> BlockCall::attribute(Interpreter& vm, std::string_view name) {
  if (name != "super") return std::nullopt;
  return vm.super_block(name_, level_ + 1);
}

Object BlockCall::call(Interpreter& vm, Arguments& arguments) {
  if (!arguments.positional.empty() || !arguments.named.empty()) {
    throw Failure("a block takes no arguments");
  }
  return vm.call_block(name_, level_);
}

std::optional<Object> Module::attribute(Interpreter& vm, std::string_view name) {
  const Object* found = name.starts_with('_') ? nullptr : top_.find_here(name);
  if (found) return *found;
  const auto hint = vm.heap().keep("the template `" + std::string(name_) + "` exports no `" +
                                   std::string(name) + "`");
  return vm.missing(name, nullptr, hint);
}

std::string Interpreter::render(const Unit& unit) {
  std::string text;
  state_.unit = &unit;
  state_.out = &text;
  state_.scope = heap_.make<Scope>(heap_, nullptr, &names_);
  auto& inheritance = *inheritances_.emplace_back(std::make_unique<Inheritance>());
  inheritance.top = state_.scope;
  run_unit(unit, inheritance);
  return text;
}

Object Interpreter::evaluate(const Unit& unit, const Expr& expr) {
  return evaluate_in(unit, *heap_.make<Scope>(heap_, nullptr, &names_), expr);
}

void Interpreter::run_unit(const Unit& unit, Inheritance& inheritance) {
  const Level level(*this);
  for (const auto& [name, block] : unit.blocks) inheritance.blocks[name].push_back({block, &unit});
  State next = state_;
  next.unit = &unit;
  next.scope = inheritance.top;
  next.inheritance = &inheritance;
  next.is_top = true;
  {
    const Entered entered(*this, next);
    entered.run([&] { run(unit.body); });
  }
  if (const Unit* parent = std::exchange(inheritance.parent, nullptr)) {
    run_unit(*parent, inheritance);
  }
}

Interpreter::Flow Interpreter::run_node(const Extends& node) {
  const Object name = evaluate(*node.name);
  at_ = node.name->span;
  if (!state_.is_top) throw Failure("`extends` stands within another tag");
  if (state_.inheritance->parent) throw Failure("a template can extend one other template only");
  state_.inheritance->parent = load(name, false);
  // What a child writes outside its blocks is dropped.
  state_.out = &dropped_;
  dropped_.clear();
  return Flow::kNext;
}

Interpreter::Flow Interpreter::run_node(const std::unique_ptr<Block>& node) {
  if (state_.is_top && state_.inheritance->parent) return Flow::kNext;
  const auto& entries = state_.inheritance->blocks[node->name];
  if (entries.empty()) return Flow::kNext;
  if (entries.front().block->is_required) {
    throw Failure("the required block `" + node->name + "` is not filled in");
  }
  run_block(entries.front(), 0, node->is_scoped ? *state_.scope : *state_.inheritance->top);
  return Flow::kNext;
}

void Interpreter::run_block(const BlockEntry& entry, size_t level, const Scope& outer) {
  const Level one_deeper(*this);
  Scope* scope = new_scope(&outer);
  State next = state_;
  next.unit = entry.unit;
  next.scope = scope;
  next.is_top = false;
  const Entered entered(*this, next);
  entered.run([&] {
    scope->set("super", super_block(entry.block->name, level + 1));
    run(entry.block->body);
  });
}

bool Interpreter::has_block(std::string_view name, size_t level) const {
  if (!state_.inheritance) return false;
  const auto found = state_.inheritance->blocks.find(name);
  return found != state_.inheritance->blocks.end() && level < found->second.size();
}

Object Interpreter::super_block(std::string_view name, size_t level) {
  if (!has_block(name, level)) {
    return missing("super", nullptr, "no parent template has this block");
  }
  return Object(heap_.make<BlockCall>(heap_.keep(name), level));
}

Object Interpreter::call_block(std::string_view name, size_t level) {
  std::string text;
  State next = state_;
  next.out = &text;
  {
    const Entered entered(*this, next);
    const BlockEntry entry = state_.inheritance->blocks.find(name)->second[level];
    run_block(entry, level, *state_.inheritance->top);
  }
  return captured(std::move(text));
}

const Unit* Interpreter::load(const Object& name, bool may_be_missing) {
  if (name.is_undefined()) fail_missing(name.missing());
  if (name.is_list() || name.is_tuple()) {
    for (const Object& candidate : name.sequence().items) {
      if (const Unit* unit = load(candidate, true)) return unit;
    }
    if (may_be_missing) return nullptr;
    throw Failure("none of these templates is there");
  }
  if (!name.is_string()) {
    throw Failure("the name of a template must be a str, not a `" + std::string(type_name(name)) +
                  "`");
  }
  const std::string key(name.text());
  if (const auto known = loaded_.find(key); known != loaded_.end()) return known->second.get();
  if (!options_.loader) {
    if (may_be_missing) return nullptr;
    throw Failure("there are no other templates here, so `" + key + "` cannot be reached");
  }
  auto source = options_.loader(key);
  if (!source) {
    if (may_be_missing) return nullptr;
    throw Failure(source.error().diagnostic.message, source.error().diagnostic.help);
  }
  auto unit = parse_template(Origin(*source), options_);
  return loaded_.emplace(key, std::move(unit)).first->second.get();
}

Interpreter::Flow Interpreter::run_node(const Include& node) {
  const Object name = evaluate(*node.name);
  at_ = node.name->span;
  const Unit* unit = load(name, node.may_be_missing);
  if (!unit) return Flow::kNext;
  auto& inheritance = *inheritances_.emplace_back(std::make_unique<Inheritance>());
  inheritance.top = node.with_context ? new_scope(state_.scope)
                                      : heap_.make<Scope>(heap_, nullptr, &global_functions());
  with_note(*this, "included here", [&] { run_unit(*unit, inheritance); });
  return Flow::kNext;
}

Object Interpreter::import(const Expr& name_expr, bool with_context) {
  const Object name = evaluate(name_expr);
  at_ = name_expr.span;
  const Unit& unit = *load(name, false);
  auto& inheritance = *inheritances_.emplace_back(std::make_unique<Inheritance>());
  if (with_context) state_.scope->keep();
  inheritance.top = with_context ? new_scope(state_.scope)
                                 : heap_.make<Scope>(heap_, nullptr, &global_functions());
  std::string text;
  State next = state_;
  next.out = &text;
  next.autoescape = options_.autoescape;
  with_note(*this, "imported here", [&] {
    const Entered entered(*this, next);
    run_unit(unit, inheritance);
  });
  return Object(
      heap_.make<Module>(heap_.keep(to_text(heap_, name)), heap_.keep(text), *inheritance.top));
}

Interpreter::Flow Interpreter::run_node(const Import& node) {
  state_.scope->set(node.alias, import(*node.name, node.with_context));
  return Flow::kNext;
}

Interpreter::Flow Interpreter::run_node(const FromImport& node) {
  const Object module = import(*node.name, node.with_context);
  for (const auto& [name, alias] : node.names) {
    state_.scope->set(alias, attribute(module, name));
  }
  return Flow::kNext;
}

}  // namespace tizza::expr
