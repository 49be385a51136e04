#include "expr/template.hpp"

#include <algorithm>

#include "base/utf8.hpp"
#include "expr/convert.hpp"
#include "expr/failure.hpp"
#include "expr/free_names.hpp"
#include "expr/functions.hpp"
#include "expr/heap.hpp"
#include "expr/interpreter.hpp"
#include "expr/parser.hpp"
#include "expr/prepared.hpp"
#include "expr/quick.hpp"

namespace tizza::expr {
namespace {

constexpr std::string_view kRule = "template";

Error to_error(Failure failure, const Location& fallback) {
  Error error = failure_at(failure.at ? failure.at : fallback, std::string(kRule),
                           std::move(failure.message), std::move(failure.help));
  error.diagnostic.notes = std::move(failure.notes);
  return error;
}

/// The members of a mapping and the functions that every template can call. Values are converted
/// when they are first asked for.
class ContextNames final : public Names {
 public:
  ContextNames(Heap& heap, const Value& context) : heap_(heap), context_(context) {}

  const Object* find(std::string_view name) override {
    if (const auto known = converted_.find(name); known != converted_.end()) return &known->second;
    if (const auto* members = context_.as_mapping()) {
      for (const auto& [key, value] : *members) {
        if (key != name) continue;
        return &converted_.emplace(key, to_object(heap_, value)).first->second;
      }
    }
    return global_functions().find(name);
  }

  /// Sets what the template may have changed in `changes`.
  void write_back(Value& changes) const {
    std::vector<std::pair<std::string, Value>> values;
    for (const auto& [name, object] : converted_) {
      const bool can_change = object.is_dict() || object.is_list();
      if (can_change) values.emplace_back(name, to_value(heap_, object));
    }
    // Only now: the objects may refer to the texts of what is replaced.
    for (auto& [name, value] : values) changes.set(name, std::move(value));
  }

  std::vector<std::string> all() const override {
    auto names = global_functions().all();
    if (const auto* members = context_.as_mapping()) {
      for (const auto& [key, value] : *members) names.push_back(key);
    }
    return names;
  }

 private:
  Heap& heap_;
  const Value& context_;
  std::map<std::string, Object, std::less<>> converted_;
};

/// What one rendering may take of the steps, and gives back to those that it shares them with.
class SharedSteps {
 public:
  explicit SharedSteps(const Options& options)
      : left_(options.steps_left),
        allowed_(left_ ? std::min(*left_, options.max_steps) : options.max_steps) {}

  uint64_t allowed() const { return allowed_; }

  /// Counts what a heap used when it ends.
  class Use {
   public:
    Use(const SharedSteps& steps, const Heap& heap) : steps_(steps), heap_(heap) {}
    ~Use() {
      if (steps_.left_) *steps_.left_ -= steps_.allowed_ - heap_.steps_left();
    }
    Use(const Use&) = delete;
    Use& operator=(const Use&) = delete;

   private:
    const SharedSteps& steps_;
    const Heap& heap_;
  };

 private:
  uint64_t* left_;
  uint64_t allowed_;
};

void check_options(const Options& options) {
  for (const auto* delimiter :
       {&options.block_start, &options.block_end, &options.variable_start, &options.variable_end,
        &options.comment_start, &options.comment_end}) {
    if (delimiter->empty()) throw Failure("a delimiter of the template language is empty");
  }
  const bool are_distinct = options.block_start != options.variable_start &&
                            options.block_start != options.comment_start &&
                            options.variable_start != options.comment_start;
  if (!are_distinct) {
    throw Failure("two delimiters of the template language start with the same characters");
  }
}

void check_text(const Origin& origin) {
  const size_t bad = utf8::find_invalid(origin.text());
  if (bad == std::string_view::npos) return;
  const auto at = static_cast<uint32_t>(bad);
  throw Failure(origin.at({at, at + 1}), "this byte is not valid UTF-8");
}

// Runs `inner` with an interpreter; what it throws becomes an Error.
template <typename T, typename Run>
Result<T> guarded(const Origin& origin, const Value& context, const Options& options, Run inner) {
  const Location whole = origin.at({0, 0});
  try {
    check_options(options);
    check_text(origin);
    const SharedSteps steps(options);
    Heap heap(steps.allowed(), options.max_memory_bytes);
    const SharedSteps::Use use(steps, heap);
    ContextNames names(heap, context);
    Interpreter interpreter(heap, options, names);
    Result<T> result = inner(interpreter, heap);
    if (options.changes && result) names.write_back(*options.changes);
    return result;
  } catch (Failure& failure) {
    return to_error(std::move(failure), whole);
  }
}

Result<std::string> render_from(Origin origin, const Value& context, const Options& options) {
  const Origin where = origin;
  std::unique_ptr<Unit> unit;  // changes may refer to texts that stand in it
  return guarded<std::string>(where, context, options, [&](Interpreter& interpreter, Heap&) {
    unit = parse_template(std::move(origin), options);
    return interpreter.render(*unit);
  });
}

Result<Value> evaluate_from(Origin origin, const Value& context, const Options& options) {
  const Origin where = origin;
  ExprPtr expr;  // the same
  return guarded<Value>(where, context, options, [&](Interpreter& interpreter, Heap& heap) {
    expr = parse_expression(origin, options);
    const Unit unit(std::move(origin));
    return to_value(heap, interpreter.evaluate(unit, *expr));
  });
}

// Parses by `parse`, which gives names; what it throws becomes an Error.
template <typename Parse>
Result<std::vector<FreeName>> names_in(const Origin& origin, const Options& options, Parse parse) {
  try {
    check_options(options);
    check_text(origin);
    return parse();
  } catch (Failure& failure) {
    return to_error(std::move(failure), origin.at({0, 0}));
  }
}

Result<std::vector<FreeName>> names_in_template(const Origin& origin, const Options& options) {
  return names_in(origin, options, [&] { return free_names(*parse_template(origin, options)); });
}

/// Whether a rendering is nothing but its text.
bool may_be_quick(const Options& options) {
  return options.newline_sequence.empty() && options.changes == nullptr &&
         options.steps_left == nullptr;
}

}  // namespace

struct Prepared::Parts {
  Parts(Origin where, const Options& chosen) : origin(std::move(where)), options(chosen) {}

  Origin origin;
  Options options;
  std::unique_ptr<Unit> unit;  // null where it cannot be parsed: each use says why
  ExprPtr expr;                // the same
};

Prepared Prepared::of_template(SourcePtr source, const Options& options) {
  auto parts = std::make_shared<Parts>(Origin(std::move(source)), options);
  try {
    check_options(options);
    check_text(parts->origin);
    parts->unit = parse_template(parts->origin, options);
  } catch (Failure&) {
    parts->unit = nullptr;
  }
  return Prepared(std::move(parts));
}

Prepared Prepared::of_expression(const Location& at, const Options& options) {
  auto parts = std::make_shared<Parts>(Origin(at), options);
  try {
    check_options(options);
    check_text(parts->origin);
    parts->expr = parse_expression(parts->origin, options);
    parts->unit = std::make_unique<Unit>(parts->origin);
  } catch (Failure&) {
    parts->expr = nullptr;
  }
  return Prepared(std::move(parts));
}

Result<std::string> Prepared::render(const Value& context) const {
  const auto& [origin, options, unit, expr] = *parts_;
  if (!unit) return render_from(origin, context, options);
  if (may_be_quick(options)) {
    if (auto text = render_quickly(*unit, context, options.autoescape)) return *std::move(text);
  }
  return guarded<std::string>(
      origin, context, options,
      [&tree = *unit](Interpreter& interpreter, Heap&) { return interpreter.render(tree); });
}

Result<Value> Prepared::evaluate(const Value& context) const {
  const auto& [origin, options, unit, expr] = *parts_;
  if (!expr) return evaluate_from(origin, context, options);
  if (may_be_quick(options)) {
    if (auto value = evaluate_quickly(*expr, context)) return *std::move(value);
  }
  return guarded<Value>(origin, context, options,
                        [&tree = *unit, &root = *expr](Interpreter& interpreter, Heap& heap) {
                          return to_value(heap, interpreter.evaluate(tree, root));
                        });
}

Result<std::string> render(SourcePtr source, const Value& context, const Options& options) {
  return render_from(Origin(std::move(source)), context, options);
}

Result<std::string> render(Node scalar, const Value& context, const Options& options) {
  return render_from(Origin(scalar), context, options);
}

Result<Value> evaluate(const Location& at, const Value& context, const Options& options) {
  return evaluate_from(Origin(at), context, options);
}

Result<Value> evaluate(Node scalar, const Value& context, const Options& options) {
  return evaluate_from(Origin(scalar), context, options);
}

Result<std::vector<FreeName>> free_names(SourcePtr source, const Options& options) {
  return names_in_template(Origin(std::move(source)), options);
}

Result<std::vector<FreeName>> free_names(Node scalar, const Options& options) {
  return names_in_template(Origin(scalar), options);
}

Result<std::vector<FreeName>> free_names_of_expression(Node scalar, const Options& options) {
  const Origin origin(scalar);
  return names_in(origin, options,
                  [&] { return free_names(origin, parse_expression(origin, options)); });
}

}  // namespace tizza::expr
