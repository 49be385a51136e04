#include "app/presentation.hpp"

namespace tizza::app {

using commands::Arguments;
using commands::Context;
using commands::Presentation;

namespace {

bool is_set(const Environment& environment, std::string_view name) {
  const auto value = environment.get(name);
  return value && !value->empty();
}

/// --color, then NO_COLOR (no-color.org), then CLICOLOR_FORCE, then the terminal itself.
bool settle_colour(const std::string& when, const Environment& environment, bool is_terminal) {
  if (when == "always") return true;
  if (when == "never" || is_set(environment, "NO_COLOR")) return false;
  const auto force = environment.get("CLICOLOR_FORCE");
  if (force && !force->empty() && *force != "0") return true;
  return is_terminal && environment.get("TERM").value_or("dumb") != "dumb";
}

bool is_json(std::string_view format) {
  return format == "json" || format == "jsonl";
}

}  // namespace

Presentation settle_presentation(const Arguments& arguments, const Context& context) {
  const Terminal& terminal = context.terminal;
  const Environment& environment = context.environment;
  const std::string& when = arguments.get("color");
  const bool in_ci = is_set(environment, "CI");

  Presentation result;
  result.colour_out = settle_colour(when, environment, terminal.out_is_terminal());
  result.colour_err = settle_colour(when, environment, terminal.err_is_terminal());
  result.links = result.colour_out && terminal.out_is_terminal();
  result.progress = terminal.err_is_terminal() && !arguments.has("no-progress") && !in_ci;
  result.may_ask =
      terminal.in_is_terminal() && terminal.out_is_terminal() && !arguments.has("no-input");
  result.verbose = arguments.has("verbose");
  result.json = is_json(arguments.get("format"));
  return result;
}

Arguments early_flags(const std::vector<std::string>& arguments) {
  Arguments early;
  bool is_json_given = false;
  for (size_t i = 0; i < arguments.size() && arguments[i] != "--"; ++i) {
    const std::string& argument = arguments[i];
    if (argument == "--json") is_json_given = true;
    for (const std::string name : {"color", "format"}) {
      if (argument.starts_with("--" + name + "=")) {
        early.set_flag(name, {argument.substr(name.size() + 3)});
      } else if (argument == "--" + name && i + 1 < arguments.size()) {
        early.set_flag(name, {arguments[i + 1]});
      }
    }
  }
  if (is_json_given) early.set_flag("format", {"json"});
  return early;
}

}  // namespace tizza::app
