#include "app/run.hpp"

#include <exception>

#include "app/bind.hpp"
#include "app/exit_code.hpp"
#include "app/help.hpp"
#include "app/presentation.hpp"
#include "app/resolve.hpp"
#include "app/route.hpp"
#include "base/strings.hpp"
#include "base/version.hpp"
#include "commands/output.hpp"
#include "report/report.hpp"

namespace tizza::app {

using commands::Arguments;
using commands::Context;

namespace {

/// `--json` is short for `--format json`.
Status apply_json(Arguments& arguments) {
  if (!arguments.has("json")) return {};
  if (arguments.has("format") && arguments.get("format") != "json") {
    return failure("usage", "`--json` contradicts `--format " + arguments.get("format") + "`",
                   "give one of them");
  }
  arguments.set_flag("format", {"json"});
  return {};
}

/// Reads the flags of `flags` and settles how this call talks.
Result<Arguments> read_arguments(const Route& route, const FlagSet& flags,
                                 const Configuration& configuration, Context& context) {
  TIZZA_TRY(auto arguments, bind_arguments(route.arguments, flags, route.path));
  TIZZA_CHECK(apply_json(arguments));
  TIZZA_CHECK(resolve_flags(arguments, flags, context.environment, configuration));
  context.presentation = settle_presentation(arguments, context);
  context.registry = arguments.get("registry");
  return arguments;
}

/// Help is shown whatever else stands on the line; only its colour depends on the flags.
Result<Verdict> show_help_of(const Route& route, const Configuration& configuration,
                             Context& context) {
  const FlagSet flags = route.command ? FlagSet::of(*route.command) : FlagSet::global();
  const auto ignored = read_arguments(route, flags, configuration, context);
  std::vector<std::string> words;
  for (const auto word : split(route.path, ' ')) {
    if (!word.empty()) words.emplace_back(word);
  }
  return show_help(words, context);
}

/// Settles how this call talks before anything can go wrong: as far as that can be told from a
/// command line that may not even be readable.
void settle_early(const std::vector<std::string>& arguments, const Configuration& configuration,
                  Context& context) {
  Arguments early = early_flags(arguments);
  if (!resolve_flags(early, FlagSet::global(), context.environment, configuration)) early = {};
  context.presentation = settle_presentation(early, context);
}

Result<Verdict> dispatch(const std::vector<std::string>& arguments, Context& context) {
  auto configuration = Configuration::load(context);
  const Configuration known = configuration ? *configuration : Configuration();
  settle_early(arguments, known, context);
  TIZZA_TRY(const Route route, find_route(arguments));
  if (route.wants_help) return show_help_of(route, known, context);
  if (route.wants_version) {
    context.terminal.out("tizza " + std::string(tool_version()) + "\n");
    return Verdict::kDone;
  }
  if (route.command == nullptr) {
    TIZZA_TRY(const auto given, read_arguments(route, FlagSet::global(), known, context));
    if (!given.positionals().empty()) return unknown_command(route.path, given.positional(0));
    return show_help_of(route, known, context);
  }
  const bool may_defy = route.command->defies_config;
  if (!configuration && !may_defy) return std::move(configuration).error();
  const FlagSet flags = FlagSet::of(*route.command);
  auto read = read_arguments(route, flags, known, context);
  if (!read && may_defy) read = read_arguments(route, flags, Configuration(), context);
  TIZZA_TRY(Arguments given, std::move(read));
  hand_settings(given, *route.command, known);
  for (const ConfigValue& value : known.refused()) {
    commands::print_warning(refusal(value, context.environment), context);
  }
  TIZZA_CHECK(check_positionals(given, *route.command));
  return route.command->run(given, context);
}

void show_error(const Diagnostic& diagnostic, Context& context) {
  if (context.presentation.json) {
    context.terminal.out(report::render_error_json(diagnostic));
    return;
  }
  commands::print_warning(diagnostic, context);
}

/// Whether somebody outside ended the call, and there is no more to say than the terminal shows
/// already.
bool was_just_ended(const Diagnostic& diagnostic, Verdict verdict) {
  const bool was_ended = verdict == Verdict::kInterrupted || verdict == Verdict::kTerminated ||
                         verdict == Verdict::kHungUp;
  return was_ended && diagnostic.help.empty() && diagnostic.notes.empty();
}

/// A command that checks a file reports its broken syntax as a finding, which is a "no". An error
/// comes of a file that the command needed: then it could not run.
Verdict verdict_of(const Error& error) {
  const std::string& rule = error.diagnostic.rule;
  const bool is_syntax = rule == "syntax" || rule == "duplicate-key";
  return is_syntax ? Verdict::kCouldNotRun : error.verdict;
}

/// Shows what is left to show, and settles how the call ended.
Verdict finish(const Result<Verdict>& outcome, Context& context) {
  const Verdict verdict = outcome ? *outcome : verdict_of(outcome.error());
  if (!outcome && !was_just_ended(outcome.error().diagnostic, verdict)) {
    show_error(outcome.error().diagnostic, context);
  }
  context.terminal.flush();
  const Status written = context.terminal.output_status();
  if (written) return verdict;
  // Data that never reached its reader is no result, whatever the command found.
  context.presentation.json = false;
  show_error(written.error().diagnostic, context);
  return written.error().verdict;
}

int report_bug(std::string_view what, Context& context) {
  context.terminal.err("error: a bug in tizza: ");
  context.terminal.err(what);
  context.terminal.err("\nhelp: report it with the command and what `tizza --version` prints\n");
  context.terminal.flush();
  return exit_code(Verdict::kBug);
}

}  // namespace

int run(const std::vector<std::string>& arguments, Context& context) {
  try {
    return exit_code(finish(dispatch(arguments, context), context));
  } catch (const std::bad_alloc&) {
    return report_bug("out of memory", context);
  } catch (const std::exception& error) {
    return report_bug(error.what(), context);
  }
}

}  // namespace tizza::app
