#include "expr/interpreter.hpp"

#include "base/strings.hpp"
#include "expr/entered.hpp"
#include "expr/failure.hpp"
#include "expr/filters.hpp"
#include "expr/line_ends.hpp"
#include "expr/loop.hpp"
#include "expr/macro.hpp"
#include "expr/missing.hpp"
#include "expr/namespace.hpp"
#include "expr/printing.hpp"

namespace tizza::expr {
namespace {

/// Of a value that a block of `set` or a macro collects: where it will stand is not known yet.
constexpr std::string_view kPrintedLater = "in text that is only printed later";

}  // namespace

Interpreter::Interpreter(Heap& heap, const Options& options, Names& names)
    : heap_(heap), options_(options), names_(names), chance_(options.seed) {
  state_.autoescape = options.autoescape;
  if (state_.autoescape == Autoescape::kShell) state_.shell = &shell_;
}

Interpreter::~Interpreter() = default;

Interpreter::Level::Level(Interpreter& vm) : vm_(vm) {
  if (++vm_.level_ <= vm_.options_.max_depth) return;
  --vm_.level_;
  throw Failure("more than " + std::to_string(vm_.options_.max_depth) +
                    " levels of macros, loops and includes within each other",
                "a macro or an include may call itself without an end");
}

Location Interpreter::location() const {
  return state_.unit ? state_.unit->origin.at(at_) : Location{};
}

Scope* Interpreter::new_scope(const Scope* outer) {
  return heap_.make<Scope>(heap_, outer, nullptr);
}

void Interpreter::write(std::string_view text) {
  if (state_.shell) state_.shell->read(text);
  append(text);
}

void Interpreter::append(std::string_view text) {
  written_ += text.size();
  if (written_ > options_.max_output_bytes) {
    throw Failure("the template writes more than " + std::to_string(options_.max_output_bytes) +
                  " bytes");
  }
  state_.out->append(text);
}

std::string Interpreter::escaped(const Object& object) {
  if (object.is_string() && object.is_safe()) return std::string(object.text());
  switch (state_.autoescape) {
    case Autoescape::kNone:
      return to_text(heap_, object);
    case Autoescape::kHtml:
      return escape_html(to_text(heap_, object));
    case Autoescape::kShell:
      return quoted(object);
  }
  return {};
}

void Interpreter::print(const Object& value) {
  const bool is_quoted =
      state_.autoescape == Autoescape::kShell && !(value.is_string() && value.is_safe());
  if (!is_quoted) return write(escaped(value));
  is_printing_ = true;
  append(quoted(value));
  is_printing_ = false;
  if (state_.shell) state_.shell->read_value();
}

/// A value as it may stand at this place of a shell line.
std::string Interpreter::quoted(const Object& object) {
  const std::string_view doubt =
      state_.shell && is_printing_ ? state_.shell->doubt() : kPrintedLater;
  if (!doubt.empty()) {
    const std::string message = "a value cannot be quoted " + std::string(doubt);
    if (doubt == kPrintedLater) {
      throw Failure(message,
                    "join it with `~`, as in `{% set name = 'a ' ~ value %}`, which is "
                    "quoted where it is printed; or print it as it is with `| raw`");
    }
    throw Failure(message, "print it outside of that, or as it is with `| raw` where it is safe");
  }
  if (object.is_list() || object.is_tuple()) {
    std::vector<std::string> words;
    for (const Object& item : object.sequence().items) {
      const bool is_collection = item.is_sequence() || item.is_dict();
      if (is_collection) throw Failure("a list within a list is no list of words");
      const bool is_safe = item.is_string() && item.is_safe();
      words.push_back(is_safe ? std::string(item.text()) : quoted(item));
    }
    return join(words, " ");
  }
  if (object.is_dict()) throw Failure("a dict is no word of a shell");
  return state_.shell->quote(to_text(heap_, object));
}

Object Interpreter::captured(std::string text) {
  return heap_.text(text, state_.autoescape != Autoescape::kNone);
}

std::string Interpreter::run_apart(const Unit& unit, const Body& body, Scope& scope) {
  std::string text;
  State next = state_;
  next.unit = &unit;
  next.scope = &scope;
  next.out = &text;
  next.shell = nullptr;
  next.is_top = false;
  const Entered entered(*this, next);
  entered.run([&] { run(body); });
  return text;
}

std::string Interpreter::run_macro(const Macro& macro, Scope& scope) {
  std::string text;
  State next = state_;
  next.unit = &macro.unit();
  next.scope = &scope;
  next.out = &text;
  next.shell = nullptr;
  next.autoescape = macro.autoescape();
  next.is_top = false;
  const Entered entered(*this, next);
  entered.run([&] { run(macro.node().body); });
  return text;
}

Object Interpreter::evaluate_in(const Unit& unit, Scope& scope, const Expr& expr) {
  State next = state_;
  next.unit = &unit;
  next.scope = &scope;
  const Entered entered(*this, next);
  Object result;
  entered.run([&] { result = evaluate(expr); });
  return result;
}

Interpreter::Flow Interpreter::run(const Body& body) {
  const Depth depth(*this);
  for (const auto& statement : body) {
    if (const Flow flow = run(statement); flow != Flow::kNext) return flow;
  }
  return Flow::kNext;
}

Interpreter::Flow Interpreter::run(const Statement& statement) {
  heap_.charge(1);
  at_ = statement.span;
  return std::visit([this](const auto& node) { return run_node(node); }, statement.node);
}

Interpreter::Flow Interpreter::run_in_scope(const Body& body, Scope& scope) {
  State next = state_;
  next.scope = &scope;
  next.is_top = false;
  const Entered entered(*this, next);
  return run(body);
}

Interpreter::Flow Interpreter::run_node(const Text& node) {
  if (options_.newline_sequence.empty()) {
    write(node.text);
  } else {
    write(with_line_ends(node.text, options_.newline_sequence));
  }
  return Flow::kNext;
}

Interpreter::Flow Interpreter::run_node(const Print& node) {
  is_printing_ = true;  // what is made here is quoted for here
  const Object value = evaluate(*node.value);
  is_printing_ = false;
  at_ = node.value->span;
  print(value);
  return Flow::kNext;
}

Interpreter::Flow Interpreter::run_node(const If& node) {
  for (const auto& [condition, body] : node.branches) {
    const Object value = evaluate(*condition);
    at_ = condition->span;
    if (truth(value)) return run(body);
  }
  return run(node.otherwise);
}

Interpreter::Flow Interpreter::run_node(const Set& node) {
  const Object value = evaluate(*node.value);
  at_ = node.target.span;
  assign(node.target, value);
  return Flow::kNext;
}

Interpreter::Flow Interpreter::run_node(const SetBlock& node) {
  Object value = captured(run_apart(unit(), node.body, *new_scope(state_.scope)));
  if (node.filter) value = filtered(*node.filter, value);
  assign(node.target, value);
  return Flow::kNext;
}

Interpreter::Flow Interpreter::run_node(const With& node) {
  std::vector<Object> values;
  for (const auto& [target, value] : node.variables) values.push_back(evaluate(*value));
  Scope* scope = new_scope(state_.scope);
  State next = state_;
  next.scope = scope;
  next.is_top = false;
  const Entered entered(*this, next);
  for (size_t i = 0; i < values.size(); ++i) assign(node.variables[i].first, values[i]);
  return run(node.body);
}

Interpreter::Flow Interpreter::run_node(const std::unique_ptr<MacroNode>& node) {
  state_.scope->keep();
  auto* macro = heap_.make<Macro>(*node, *state_.unit, *state_.scope, state_.autoescape);
  state_.scope->set(node->name, Object(macro));
  return Flow::kNext;
}

Interpreter::Flow Interpreter::run_node(const CallBlock& node) {
  state_.scope->keep();
  auto* caller = heap_.make<Macro>(*node.caller, *state_.unit, *state_.scope, state_.autoescape);
  const auto& called = std::get<CallExpr>(node.call->node);
  const Object callee = evaluate(*called.callee);
  Arguments arguments = evaluate_arguments(called.arguments);
  arguments.named.emplace_back("caller", Object(caller));
  at_ = node.call->span;
  print(call(callee, arguments));
  return Flow::kNext;
}

Interpreter::Flow Interpreter::run_node(const FilterBlock& node) {
  const Object body = captured(run_apart(unit(), node.body, *new_scope(state_.scope)));
  const Object value = filtered(*node.filter, body);
  at_ = node.filter->span;
  print(value);
  return Flow::kNext;
}

Interpreter::Flow Interpreter::run_node(const Do& node) {
  evaluate(*node.value);
  return Flow::kNext;
}

Interpreter::Flow Interpreter::run_node(const AutoescapeBlock& node) {
  const bool is_on = truth(evaluate(*node.enabled));
  State next = state_;
  next.scope = new_scope(state_.scope);
  next.is_top = false;
  const auto usual =
      options_.autoescape == Autoescape::kNone ? Autoescape::kHtml : options_.autoescape;
  next.autoescape = is_on ? usual : Autoescape::kNone;
  const Entered entered(*this, next);
  return run(node.body);
}

Interpreter::Flow Interpreter::run_node(const Now& node) {
  const auto text = [&](const ExprPtr& part, std::string_view what) {
    const Object value = part ? evaluate(*part) : Object();
    if (value.is_undefined()) fail_missing(value.missing());
    if (part && !value.is_string() && !value.is_none()) {
      throw Failure(std::string(what) + " of `now` must be a str");
    }
    return value.is_string() ? std::optional(std::string(value.text())) : std::nullopt;
  };
  if (!options_.clock) throw Failure("`now` means nothing here: there is no clock");
  const std::string zone = text(node.zone, "the zone").value_or("utc");
  const std::string shift = text(node.shift, "the span of time").value_or("");
  const std::string format = text(node.format, "the format").value_or("%Y-%m-%d");
  if (node.shift && shift.empty()) throw Failure("the span of time of `now` is empty");
  print(heap_.text(now_text(*options_.clock, zone, shift, node.is_back ? -1 : 1, format)));
  return Flow::kNext;
}

Interpreter::Flow Interpreter::run_node(const LoopControl& node) {
  return node.is_break ? Flow::kBreak : Flow::kContinue;
}

Object Interpreter::filtered(const Expr& chain, const Object& body) {
  const Object* before = std::exchange(block_body_, &body);
  const Object result = evaluate(chain);
  block_body_ = before;
  return result;
}

void Interpreter::assign(const Target& target, const Object& value) {
  if (target.parts.empty() && target.attribute.empty()) {
    state_.scope->set(target.name, value);
    return;
  }
  at_ = target.span;
  if (!target.attribute.empty()) {
    const Object* owner = state_.scope->find(target.name);
    if (!owner) fail_missing(missing(target.name, nullptr).missing());
    if (!set_in_namespace(*owner, target.attribute, value)) {
      throw Failure(
          "`" + target.name + "` is no namespace, but a `" + std::string(type_name(*owner)) + "`",
          "make one with `set " + target.name + " = namespace()`");
    }
    return;
  }
  if (value.is_undefined()) fail_missing(value.missing());
  const auto& values = iterate(value).items;
  if (values.size() != target.parts.size()) {
    throw Failure(counted(values.size(), "value") + " cannot be unpacked into " +
                  counted(target.parts.size(), "name"));
  }
  for (size_t i = 0; i < values.size(); ++i) assign(target.parts[i], values[i]);
}

}  // namespace tizza::expr
