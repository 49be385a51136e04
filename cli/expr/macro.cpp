#include "expr/macro.hpp"

#include "base/near_names.hpp"
#include "base/strings.hpp"
#include "expr/dict.hpp"
#include "expr/interpreter.hpp"
#include "expr/printing.hpp"

namespace tizza::expr {
std::string Macro::describe() const {
  return "<Macro " + (node_.name.empty() ? "'caller'" : quote_repr(node_.name)) + ">";
}

std::optional<Object> Macro::attribute(Interpreter& vm, std::string_view name) {
  if (name == "name") return vm.heap().text(node_.name.empty() ? "caller" : node_.name);
  if (name == "caller") return Object(node_.uses_caller);
  if (name == "catch_varargs") return Object(node_.uses_varargs);
  if (name == "catch_kwargs") return Object(node_.uses_kwargs);
  if (name != "arguments") return std::nullopt;
  Objects names = vm.heap().objects();
  for (const auto& parameter : node_.parameters) names.push_back(Object(parameter.name));
  return vm.heap().tuple(std::move(names));
}

Object Macro::call(Interpreter& vm, Arguments& arguments) {
  const Interpreter::Level level(vm);
  Scope& scope = *vm.new_scope(&outer_);
  bind(vm, scope, arguments);
  try {
    return vm.captured(vm.run_macro(*this, scope));
  } catch (Failure& failure) {
    const std::string name = node_.name.empty() ? "caller" : node_.name;
    add_note(failure, "`" + name + "` is called here", vm.location());
    throw;
  }
}

void Macro::bind(Interpreter& vm, Scope& scope, Arguments& arguments) const {
  const auto& parameters = node_.parameters;
  for (size_t i = 0; i < parameters.size(); ++i) {
    const auto& parameter = parameters[i];
    if (i < arguments.positional.size()) {
      scope.set(parameter.name, arguments.positional[i]);
    } else if (const auto given = arguments.take(parameter.name)) {
      scope.set(parameter.name, *given);
    } else if (parameter.fallback) {
      scope.set(parameter.name, vm.evaluate_in(unit_, scope, *parameter.fallback));
    } else {
      const auto hint = vm.heap().keep("the parameter `" + parameter.name + "` was not given");
      scope.set(parameter.name, vm.missing(parameter.name, nullptr, hint));
    }
  }
  bind_rest(vm, scope, arguments);
}

void Macro::bind_rest(Interpreter& vm, Scope& scope, Arguments& arguments) const {
  const std::string name = node_.name.empty() ? "caller" : node_.name;
  const size_t count = node_.parameters.size();
  if (node_.uses_caller && !scope.find_here("caller")) {
    const auto caller = arguments.take("caller");
    constexpr std::string_view kHint =
        "the macro was not called by a call block, so it has no `caller`";
    scope.set("caller", caller ? *caller : vm.missing("caller", nullptr, kHint));
  }
  if (node_.uses_kwargs) {
    Dict* rest = vm.heap().dict();
    for (const auto& [key, value] : arguments.named) rest->set(key, value);
    scope.set("kwargs", Object(rest));
  } else if (!arguments.named.empty()) {
    std::vector<std::string> known;
    for (const auto& parameter : node_.parameters) known.push_back(parameter.name);
    const auto key = arguments.named.front().first;
    throw Failure("the macro `" + name + "` has no parameter `" + std::string(key) + "`",
                  near_names_help(key, known));
  }
  const bool has_more = arguments.positional.size() > count;
  if (node_.uses_varargs) {
    Objects rest = vm.heap().objects();
    if (has_more) {
      rest.assign(arguments.positional.begin() + static_cast<ptrdiff_t>(count),
                  arguments.positional.end());
    }
    scope.set("varargs", vm.heap().tuple(std::move(rest)));
  } else if (has_more) {
    throw Failure("the macro `" + name + "` takes at most " + counted(count, "argument") +
                  ", not " + std::to_string(arguments.positional.size()));
  }
}

}  // namespace tizza::expr
