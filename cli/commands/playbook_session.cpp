#include "commands/playbook_session.hpp"

#include <fmt/core.h>

#include "base/folders.hpp"
#include "base/sha256.hpp"
#include "base/strings.hpp"
#include "base/version.hpp"
#include "commands/masked_output.hpp"
#include "commands/optional_registry.hpp"
#include "commands/output.hpp"
#include "commands/playbook_conduct.hpp"
#include "commands/playbook_earlier.hpp"
#include "commands/playbook_edits.hpp"
#include "commands/playbook_inputs.hpp"
#include "commands/playbook_plan.hpp"
#include "commands/playbook_settling.hpp"
#include "commands/trust_store.hpp"
#include "playbook/scenario.hpp"
#include "playbook/secrets.hpp"
#include "playbook/undo.hpp"
#include "report/printable.hpp"
#include "text/reader.hpp"

namespace tizza::commands {
namespace {

using playbook::LibraryEntry;
using playbook::Masker;
using playbook::Playbook;
using playbook::RunStore;
using playbook::RunSummary;
using playbook::Scope;

/// What is done once all is there.
using Work = std::function<Result<Verdict>(Context&)>;

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

Value start_record(const LibraryEntry& entry, const Conduct& conduct, const Context& context) {
  const Value& names = conduct.scope.names();
  Value data;
  data.set("playbook", conduct.playbook.name);
  data.set("title", title_of(conduct));
  data.set("path", entry.path);
  data.set("sha256", sha256(entry.source->text()));
  data.set("mode", conduct.is_practice ? "practice" : "run");
  data.set("service", playbook::plain_text(names["service"]["name"]));
  data.set("environment", playbook::plain_text(names["environment"]["name"]));
  data.set("operator", operator_value(context));
  data.set("tizza", tool_version());
  data.set("names", conduct.scope.open_names());
  return data;
}

/// A playbook that was found and read, and the registry if there is one.
struct Opened {
  const LibraryEntry& entry;
  const Playbook& playbook;
  const registry::Registry* registry;
};

/// The playbook as it was when the run began.
Result<LibraryEntry> copy_of(const RunSummary& run, const RunStore& store, const Context& context) {
  TIZZA_TRY(std::string text, context.files.read_file(store.playbook_path(run.id)));
  const std::string path = run.state.text("path");
  return LibraryEntry{run.state.text("playbook"), playbook::Origin::kFile, path,
                      std::make_shared<Source>(path, std::move(text))};
}

/// What the texts of a run that began are about: its inputs and what its steps found out.
Result<Scope> scope_of(const RunSummary& run, const Playbook& playbook, SecretUse use,
                       Context& context) {
  Scope scope(run.state.start["names"]);
  scope.set("operator", operator_value(context));
  if (const Value::Mapping* answers = run.state.answers.as_mapping()) {
    for (const auto& [name, value] : *answers) scope.set(name, value);
  }
  TIZZA_CHECK(find_secrets(playbook, use, scope, context));
  return scope;
}

/// What is said beforehand of how a practice goes; what acts and is not spoken of succeeds then.
Status read_script(const Playbook& playbook, PlaybookOptions& options, Context& context) {
  if (!options.scenario.empty()) {
    TIZZA_TRY(std::string text, context.files.read_input(options.scenario));
    TIZZA_TRY(const auto document,
              read_yaml(std::make_shared<Source>(options.scenario, std::move(text))));
    TIZZA_CHECK(read_scenario(document, playbook, options.settings));
  } else if (!options.replayed_run.empty()) {
    const RunStore store = store_of(context);
    TIZZA_TRY(const RunSummary run, store.find(options.replayed_run));
    TIZZA_CHECK(run.check_readable());
    if (run.state.text("playbook") != playbook.name) {
      return failure("playbook", fmt::format("run `{}` is one of `{}`, not of `{}`", run.id,
                                             run.state.text("playbook"), playbook.name));
    }
    const std::string path = store.journal_path(run.id);
    TIZZA_TRY(const std::string text, context.files.read_file(path));
    TIZZA_TRY(const auto journal, playbook::parse_journal(path, text));
    options.settings.script = script_of(playbook, journal.records);
  } else {
    return {};
  }
  options.settings.yes_to = playbook::YesTo::kAll;
  return {};
}

/// A run that is being taken back must not go on.
Status end_undone(const RunStore& store, const std::string& run, const std::string& by,
                  Context& context) {
  TIZZA_TRY(auto journal,
            playbook::Journal::reopen(context.files, context.clock, store.journal_path(run)));
  const playbook::RunState state = playbook::fold(journal.records());
  if (state.is_over()) return {};
  Value data;
  data.set("outcome", "aborted");
  data.set("reason", "taken back by run " + by);
  data.set("operator", operator_value(context));
  return journal.append(playbook::Event::kEnd, state.position, std::move(data));
}

/// Checks the prerequisites, asks for secrets that stand open, and goes on where both are there.
/// The secrets come first only where a prerequisite sends one: nobody types one for nothing.
Result<Verdict> when_ready(Conduct& conduct, Context& context, const Work& work) {
  const auto with_prerequisites = [&](Context& outer, const Work& next) -> Result<Verdict> {
    TIZZA_TRY(const bool is_ready, meet_prerequisites(conduct, outer));
    if (!is_ready) return outer.presentation.may_ask ? Verdict::kStopped : Verdict::kNegative;
    return next(outer);
  };
  const auto with_secrets = [&](Context& outer, const Work& next) -> Result<Verdict> {
    const SecretUse use = conduct.is_practice ? SecretUse::kNone : SecretUse::kNow;
    TIZZA_CHECK(find_secrets(conduct.playbook, use, conduct.scope, outer));
    return with_secrets_masked(conduct.scope, outer, next);
  };
  if (playbook::prerequisites_need_secrets(conduct.playbook)) {
    return with_secrets(context, [&](Context& masked) { return with_prerequisites(masked, work); });
  }
  return with_prerequisites(context, [&](Context& outer) { return with_secrets(outer, work); });
}

/// Gives a new run its journal and conducts it.
Result<Verdict> begin_run(const LibraryEntry& entry, const Conduct& conduct,
                          const PlaybookOptions& options, const RunLock& lock, Context& context) {
  RunStore store = store_of(context);
  TIZZA_TRY(const std::string id,
            store.create(context.clock, context.environment, entry.source->text()));
  TIZZA_TRY(const auto run_lock, lock_run(store, {id, {}, {}}, context));
  TIZZA_TRY(auto journal,
            playbook::Journal::create(context.files, context.clock, store.journal_path(id)));
  journal.mask_with(Masker(conduct.scope.secret_values()));
  if (conduct.is_jsonl) print_records(journal, context);
  Value start = start_record(entry, conduct, context);
  start.set("run", id);
  if (!options.from.empty()) start.set("next", options.from);
  if (!options.undoes.empty()) {
    start.set("mode", "undo");
    start.set("undoes", options.undoes);
    TIZZA_CHECK(end_undone(store, options.undoes, id, context));
  }
  TIZZA_CHECK(journal.append(playbook::Event::kStart, "", std::move(start)));
  return conduct_run(conduct, id, journal, lock, context);
}

/// Runs it with all that its texts are about.
Result<Verdict> start_with(const Opened& opened, Scope scope,
                           const std::vector<std::string>& missing, PlaybookOptions options,
                           Context& context) {
  const auto& [entry, playbook, known] = opened;
  if (missing.empty()) TIZZA_CHECK(check_all_texts(playbook, scope, context));
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
  if (options.is_dry_run) return print_plan(conduct, options.from, missing, context);
  RunStore store = store_of(context);
  TIZZA_TRY(
      const StartDecision start_decision,
      settle_earlier_run(store, conduct, options.is_new_run || !options.undoes.empty(), context));
  if (start_decision.choice == StartChoice::kStop) return Verdict::kStopped;
  if (start_decision.choice == StartChoice::kResume) {
    options.settings = std::move(conduct.settings);
    return resume_playbook(start_decision.earlier, std::move(options), context);
  }
  if (!context.presentation.may_ask) TIZZA_CHECK(refuse_missing_answers(conduct, {options.from}));
  TIZZA_TRY(const RunLock lock, RunLock::take(store, conduct, context));
  return when_ready(conduct, context, [&](Context& ready) {
    return begin_run(entry, conduct, options, lock, ready);
  });
}

Result<Verdict> resume_with(const Opened& opened, const RunSummary& run, Scope scope,
                            PlaybookOptions options, Context& context) {
  const Playbook& playbook = opened.playbook;
  RunStore store = store_of(context);
  Conduct conduct{playbook,
                  std::move(scope),
                  std::move(options.settings),
                  find_chat(opened.registry, context),
                  run.state.text("mode") == "practice",
                  options.is_jsonl};
  conduct.settings.no_chat = no_chat_reason(conduct.chat);
  TIZZA_CHECK(check_answers(playbook, conduct.settings, conduct.is_practice));
  const bool has_steps_left = next_step(run, playbook) != nullptr;
  if (options.is_dry_run) {
    if (has_steps_left) return print_plan(conduct, run.state.position, {}, context);
    context.terminal.err(fmt::format("no step of run `{}` is left\n", run.id));
    return Verdict::kDone;
  }
  TIZZA_TRY(const RunLock lock, RunLock::take(store, conduct, context));
  TIZZA_TRY(auto journal,
            playbook::Journal::reopen(context.files, context.clock, store.journal_path(run.id)));
  TIZZA_CHECK(refuse_settled(conduct, journal));
  if (!context.presentation.may_ask) TIZZA_CHECK(refuse_unanswered(run, conduct, journal));
  bool has_gone_on = false;
  const auto go_on = [&](Context& ready) -> Result<Verdict> {
    has_gone_on = true;
    journal.mask_with(Masker(conduct.scope.secret_values()));
    if (conduct.is_jsonl) print_records(journal, ready);
    Value data;
    data.set("run", run.id);
    data.set("operator", operator_value(ready));
    TIZZA_CHECK(journal.append(playbook::Event::kResume, "", std::move(data)));
    return conduct_run(conduct, run.id, journal, lock, ready);
  };
  auto verdict = has_steps_left ? when_ready(conduct, context, go_on) : go_on(context);
  const bool is_at_terminal = context.presentation.may_ask;
  if (!has_gone_on && is_at_terminal) say_how_to_go_on(conduct, run.id, context);
  return verdict;
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
  TIZZA_CHECK(read_script(playbook, options, context));
  std::vector<std::string> missing;
  const InputWishes wishes{options.is_practice ? SecretUse::kNone : SecretUse::kLater,
                           options.takes_defaults, options.is_dry_run ? &missing : nullptr};
  TIZZA_TRY(Scope scope, find_playbook_inputs(playbook, options.inputs, known, wishes, context));
  return with_secrets_masked(scope, context, [&](Context& masked) {
    return start_with({entry, playbook, known}, scope, missing, std::move(options), masked);
  });
}

Result<Verdict> undo_playbook(const RunSummary& run, PlaybookOptions options, Context& context) {
  RunStore store = store_of(context);
  TIZZA_TRY(const LibraryEntry copy, copy_of(run, store, context));
  TIZZA_TRY(const Playbook done, parse_for_use(copy));
  TIZZA_TRY(const std::string text, context.files.read_file(store.journal_path(run.id)));
  TIZZA_TRY(const auto journal, playbook::parse_journal(store.journal_path(run.id), text));
  const playbook::UndoPlan plan = plan_undo(done, journal.records, run.id);
  for (const std::string& line : plan.left_out) {
    context.terminal.err(report::printable(line) + "\n");
  }
  if (plan.text.empty()) {
    context.terminal.err(fmt::format("run {} did nothing that has to be taken back\n", run.id));
    return Verdict::kDone;
  }
  const std::string path = "undo of " + run.id;
  const LibraryEntry entry{done.name, playbook::Origin::kFile, path,
                           std::make_shared<Source>(path, plan.text)};
  TIZZA_TRY(const Playbook playbook, parse_for_use(entry));
  TIZZA_TRY(const auto registry, open_registry_if_any(context));
  const SecretUse use = options.is_dry_run ? SecretUse::kNone : SecretUse::kLater;
  TIZZA_TRY(const Scope scope, scope_of(run, playbook, use, context));
  options.undoes = run.id;
  return with_secrets_masked(scope, context, [&](Context& masked) {
    return start_with({entry, playbook, registry ? &*registry : nullptr}, scope, {},
                      std::move(options), masked);
  });
}

Result<Verdict> resume_playbook(const std::string& wanted, PlaybookOptions options,
                                Context& context) {
  RunStore store = store_of(context);
  TIZZA_TRY(RunSummary run, store.find(wanted));
  std::unique_ptr<FileLock> run_lock;
  if (!options.is_dry_run) {
    TIZZA_TRY(run_lock, lock_run(store, run, context));
    TIZZA_TRY(run, store.find(run.id));  // until now another process may have gone on with it
  }
  TIZZA_CHECK(run.check_readable());
  if (run.state.is_over()) {
    return failure("playbook", fmt::format("run `{}` is {}", run.id, to_string(run.state.phase)),
                   "start a new one: tizza playbook run " + run.state.text("playbook"));
  }
  TIZZA_TRY(const auto registry, open_registry_if_any(context));
  const registry::Registry* known = registry ? &*registry : nullptr;
  TIZZA_TRY(const LibraryEntry copy, copy_of(run, store, context));
  TIZZA_TRY(const Playbook playbook, parse_for_use(copy));
  warn_of_edits(run, playbook, known, context);
  const bool is_practice = run.state.text("mode") == "practice";
  const SecretUse use = is_practice || options.is_dry_run ? SecretUse::kNone : SecretUse::kLater;
  TIZZA_TRY(const Scope scope, scope_of(run, playbook, use, context));
  return with_secrets_masked(scope, context, [&](Context& masked) {
    return resume_with({copy, playbook, known}, run, scope, std::move(options), masked);
  });
}

}  // namespace tizza::commands
