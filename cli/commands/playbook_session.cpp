#include "commands/playbook_session.hpp"

#include <fmt/core.h>

#include "base/folders.hpp"
#include "base/sha256.hpp"
#include "base/strings.hpp"
#include "base/version.hpp"
#include "commands/optional_registry.hpp"
#include "commands/output.hpp"
#include "commands/playbook_conduct.hpp"
#include "commands/playbook_inputs.hpp"
#include "commands/trust_store.hpp"
#include "playbook/preflight.hpp"
#include "text/reader.hpp"
#include "text/writer.hpp"

namespace tizza::commands {
namespace {

using playbook::LibraryEntry;
using playbook::Playbook;
using playbook::RunStore;
using playbook::RunSummary;
using playbook::Scope;

RunStore store_of(Context& context) {
  return RunStore(context.files, state_folder(context.environment));
}

Status check_trust(const LibraryEntry& entry, const Context& context) {
  if (entry.is_trusted() || is_approved(entry.source->text(), context)) return {};
  Error error =
      file_failure("not-trusted", entry.path,
                   fmt::format("playbook `{}` runs commands and is not approved", entry.name),
                   fmt::format("read it, then: tizza trust {}", entry.path));
  error.verdict = Verdict::kNeedsPerson;
  return error;
}

/// Shows everything that cannot be filled in; the last of it is the error.
Status check_all_texts(const Playbook& playbook, const Scope& scope, Context& context) {
  Findings found;
  check_texts(playbook, scope, found);
  if (found.empty()) return {};
  for (size_t i = 0; i + 1 < found.list().size() && !context.presentation.json; ++i) {
    print_warning(found.list()[i], context);
  }
  return Error{found.list().back()};
}

/// `outcome: it succeeded / it failed`.
std::string question_of(const playbook::AskSpec& ask) {
  return ask.choices.empty() ? ask.prompt
                             : fmt::format("{}: {}", ask.prompt, join(ask.choices, " / "));
}

/// One step of a plan as a line of JSON.
Value plan_line(size_t number, const playbook::Step& step, const std::string& title,
                const std::vector<std::string>& lines) {
  Value data;
  data.set("number", static_cast<int64_t>(number));
  data.set("kind", std::string(step.kind->keyword));
  if (!title.empty()) data.set("title", title);
  if (step["when"]) data.set("when", step["when"].text());
  data.set("what", Value::List(lines.begin(), lines.end()));
  Value value;
  value.set("event", "plan");
  value.set("step", step.id);
  value.set("data", std::move(data));
  return value;
}

/// What the run would do from a step on (empty: the first), without doing any of it.
Result<Verdict> print_plan(const Conduct& conduct, const std::string& start, Context& context) {
  TIZZA_TRY(const std::string title, conduct.scope.text(conduct.playbook.root()["title"]));
  if (!conduct.is_jsonl) context.terminal.out("would run: " + title + "\n");
  Scope scope = conduct.scope;
  size_t number = 0;
  for (const playbook::Step& step : conduct.playbook.steps) {
    if (++number <= conduct.playbook.find(start).value_or(0)) continue;
    TIZZA_TRY(const std::string step_title, scope.text(step["title"]));
    // What only a step will find out stands in brackets.
    if (step.ask) scope.set(step.ask->name, "<" + step.ask->name + ">");
    if (!step.capture.empty()) scope.set(step.capture, "<" + step.capture + ">");
    const auto lines = step.kind->describe(step, scope);
    if (conduct.is_jsonl) {
      const auto what = lines.ok() ? *lines : std::vector<std::string>();
      context.terminal.out(write_json(plan_line(number, step, step_title, what)) + "\n");
      continue;
    }
    context.terminal.out(
        fmt::format("{}. {}{}\n", number, step.id, step_title.empty() ? "" : " – " + step_title));
    if (step["when"]) {
      context.terminal.out(fmt::format("   when {}\n", step["when"].text()));
    }
    if (!lines.ok()) continue;  // a step that does not apply here
    for (const std::string& line : *lines) context.terminal.out("   " + line + "\n");
    if (step.ask) context.terminal.out("   asks: " + question_of(*step.ask) + "\n");
    if (step["announce"] && !conduct.settings.no_chat.empty()) {
      context.terminal.out("   nothing is sent: " + conduct.settings.no_chat + "\n");
    }
  }
  return Verdict::kDone;
}

Value start_record(const LibraryEntry& entry, const Conduct& conduct, const Context& context) {
  const Value& names = conduct.scope.names();
  Value data;
  data.set("playbook", conduct.playbook.name);
  data.set("path", entry.path);
  data.set("sha256", sha256(entry.source->text()));
  data.set("mode", conduct.is_practice ? "practice" : "run");
  data.set("service", playbook::plain_text(names["service"]["name"]));
  data.set("environment", playbook::plain_text(names["environment"]["name"]));
  data.set("operator", operator_value(context));
  data.set("tizza", tool_version());
  data.set("names", names);
  return data;
}

/// The steps that are not what they were when the run began.
std::vector<std::string> edited_steps(const Playbook& then, const Playbook& now) {
  std::vector<std::string> ids;
  for (const playbook::Step& step : now.steps) {
    const auto index = then.find(step.id);
    if (!index || then.steps[*index].node.raw() != step.node.raw()) ids.push_back(step.id);
  }
  for (const playbook::Step& step : then.steps) {
    if (!now.find(step.id)) ids.push_back(step.id);
  }
  return ids;
}

/// A run follows its own copy of the playbook; that there is a newer one is said.
void warn_of_edits(const RunSummary& run, const Playbook& then, const registry::Registry* registry,
                   Context& context) {
  const auto entry = playbook::find_playbook(context.files, registry, run.state.text("path"));
  if (!entry.ok() || sha256(entry->source->text()) == run.state.text("sha256")) return;
  const auto now = parse_for_use(*entry);
  Diagnostic warning;
  warning.severity = Severity::kWarn;
  warning.rule = "edited";
  warning.path = entry->path;
  warning.message = "the playbook was edited since the run began";
  const auto ids = now.ok() ? edited_steps(then, *now) : std::vector<std::string>();
  if (!ids.empty()) warning.message += ": " + quoted_list(ids);
  warning.help = "the run goes on with the playbook as it was";
  print_warning(warning, context);
}

/// Whether the next step was cut off and nobody said yet what became of it.
Status refuse_unknown_step(const RunSummary& run, const Conduct& conduct,
                           const playbook::Journal& journal) {
  const auto index = conduct.playbook.find(run.state.position);
  const playbook::Step& step = conduct.playbook.steps[index.value_or(0)];
  const bool is_settled = !playbook::is_in_doubt(journal.records(), step.id) ||
                          conduct.is_practice || !step.kind->changes(step) ||
                          step.repeat == playbook::RepeatPolicy::kSafe ||
                          conduct.settings.answers.contains(step.id);
  if (is_settled) return {};
  return failure("unknown-step", fmt::format("nobody knows how step `{}` ended", step.id),
                 "find out, then give " + join(settling_flags(step), " or "),
                 Verdict::kUnknownState);
}

}  // namespace

Result<Playbook> parse_for_use(const LibraryEntry& entry) {
  TIZZA_TRY(const DocumentPtr document, read_yaml(entry.source));
  Findings found;
  auto parsed = playbook::parse_playbook(document, found);
  if (parsed) return *std::move(parsed);
  Error error{found.list().front()};
  if (error.diagnostic.help.empty()) {
    error.diagnostic.help = "see all: tizza playbook lint " + entry.path;
  }
  return error;
}

Result<Verdict> start_playbook(PlaybookOptions options, Context& context) {
  TIZZA_TRY(const auto registry, open_registry_if_any(context));
  const registry::Registry* known = registry ? &*registry : nullptr;
  TIZZA_TRY(const LibraryEntry entry, playbook::find_playbook(context.files, known, options.name));
  TIZZA_TRY(const Playbook playbook, parse_for_use(entry));
  if (!options.is_practice && !options.is_dry_run) TIZZA_CHECK(check_trust(entry, context));
  TIZZA_TRY(Scope scope, find_playbook_inputs(playbook, options.inputs, known, context));
  TIZZA_CHECK(check_all_texts(playbook, scope, context));
  if (!options.from.empty() && !playbook.find(options.from)) {
    return failure("usage",
                   fmt::format("playbook `{}` has no step `{}`", playbook.name, options.from),
                   "its steps are " + quoted_list(playbook.step_ids()));
  }
  Conduct conduct{playbook,
                  std::move(scope),
                  std::move(options.settings),
                  find_chat(known, context),
                  options.is_practice,
                  options.is_jsonl};
  conduct.settings.no_chat = no_chat_reason(conduct.chat);
  TIZZA_CHECK(check_answers(playbook, conduct.settings, conduct.is_practice));
  if (options.is_dry_run) return print_plan(conduct, options.from, context);
  if (!context.presentation.may_ask) TIZZA_CHECK(refuse_missing_answers(conduct, options.from));

  RunStore store = store_of(context);
  TIZZA_TRY(const RunLock lock, RunLock::take(store, conduct, context));
  TIZZA_TRY(const bool is_ready, meet_prerequisites(conduct, context));
  if (!is_ready) return context.presentation.may_ask ? Verdict::kStopped : Verdict::kNegative;
  TIZZA_TRY(const std::string id,
            store.create(context.clock, context.environment, entry.source->text()));
  TIZZA_TRY(const auto run_lock, lock_run(store, id, context));
  TIZZA_TRY(auto journal,
            playbook::Journal::create(context.files, context.clock, store.journal_path(id)));
  if (conduct.is_jsonl) print_records(journal, context);
  Value start = start_record(entry, conduct, context);
  start.set("run", id);
  if (!options.from.empty()) start.set("next", options.from);
  TIZZA_CHECK(journal.append(playbook::Event::kStart, "", std::move(start)));
  return conduct_run(std::move(conduct), id, journal, lock, context);
}

Result<Verdict> resume_playbook(const std::string& wanted, PlaybookOptions options,
                                Context& context) {
  RunStore store = store_of(context);
  TIZZA_TRY(RunSummary run, store.find(wanted));
  std::unique_ptr<FileLock> run_lock;
  if (!options.is_dry_run) {
    TIZZA_TRY(run_lock, lock_run(store, run.id, context));
    TIZZA_TRY(run, store.find(run.id));  // until now another process may have gone on with it
  }
  if (!run.problem.empty()) return failure("playbook", run.problem);
  if (run.state.is_over()) {
    return failure("playbook", fmt::format("run `{}` is {}", run.id, to_string(run.state.phase)),
                   "start a new one: tizza playbook run " + run.state.text("playbook"));
  }
  TIZZA_TRY(const auto registry, open_registry_if_any(context));
  const registry::Registry* known = registry ? &*registry : nullptr;
  TIZZA_TRY(std::string text, context.files.read_file(store.playbook_path(run.id)));
  const LibraryEntry copy{run.state.text("playbook"), playbook::Origin::kFile,
                          run.state.text("path"),
                          std::make_shared<Source>(run.state.text("path"), std::move(text))};
  TIZZA_TRY(const Playbook playbook, parse_for_use(copy));
  warn_of_edits(run, playbook, known, context);
  Scope scope(run.state.start["names"]);
  scope.set("operator", operator_value(context));
  Conduct conduct{playbook,
                  std::move(scope),
                  std::move(options.settings),
                  find_chat(known, context),
                  run.state.text("mode") == "practice",
                  options.is_jsonl};
  conduct.settings.no_chat = no_chat_reason(conduct.chat);
  TIZZA_CHECK(check_answers(playbook, conduct.settings, conduct.is_practice));
  if (options.is_dry_run) return print_plan(conduct, run.state.position, context);
  TIZZA_TRY(const RunLock lock, RunLock::take(store, conduct, context));
  TIZZA_TRY(auto journal,
            playbook::Journal::reopen(context.files, context.clock, store.journal_path(run.id)));
  if (!context.presentation.may_ask) {
    TIZZA_CHECK(refuse_unknown_step(run, conduct, journal));
    TIZZA_CHECK(refuse_missing_answers(conduct, run.state.position));
  }
  TIZZA_TRY(const bool is_ready, meet_prerequisites(conduct, context));
  if (!is_ready) return context.presentation.may_ask ? Verdict::kStopped : Verdict::kNegative;
  if (conduct.is_jsonl) print_records(journal, context);
  Value data;
  data.set("run", run.id);
  data.set("operator", operator_value(context));
  TIZZA_CHECK(journal.append(playbook::Event::kResume, "", std::move(data)));
  return conduct_run(std::move(conduct), run.id, journal, lock, context);
}

}  // namespace tizza::commands
