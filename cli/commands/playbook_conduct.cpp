#include "commands/playbook_conduct.hpp"

#include <fmt/core.h>

#include "base/strings.hpp"
#include "commands/ask.hpp"
#include "commands/playbook_screen.hpp"
#include "commands/playbook_texts.hpp"
#include "playbook/prerequisites.hpp"
#include "playbook/secrets.hpp"
#include "report/printable.hpp"
#include "report/style.hpp"
#include "text/writer.hpp"

namespace tizza::commands {
namespace {

/// This very program, so that a step does not meet another version on the PATH.
std::string own_program(const Context& context) {
  const auto path = context.files.read_link("/proc/self/exe");
  return path.ok() ? *path : "tizza";
}

std::vector<std::string> variables_of_secrets(const playbook::Playbook& playbook) {
  std::vector<std::string> variables;
  for (const std::string& name : secret_names(playbook)) {
    variables.push_back(playbook::secret_variable(name));
  }
  return variables;
}

playbook::StepPorts make_ports(const Conduct& conduct, PlaybookScreen& screen, Context& context) {
  return {context.processes,
          context.http,
          context.git,
          context.clock,
          conduct.chat,
          [&screen](std::string_view bytes) { screen.output(bytes); },
          own_program(context),
          playbook::Masker(conduct.scope.secret_values()),
          variables_of_secrets(conduct.playbook)};
}

std::string status_command(const std::string& run_id) {
  return "tizza playbook status " + run_id;
}

std::string resume_command(const std::string& run_id) {
  return "tizza playbook resume " + run_id;
}

/// Whether a signal ended it, Ctrl-C among them.
bool was_stopped(Verdict verdict) {
  return verdict == Verdict::kInterrupted || verdict == Verdict::kTerminated ||
         verdict == Verdict::kHungUp;
}

void say_how_it_ended(Verdict verdict, bool is_over, const std::string& run_id,
                      const Conduct& conduct, Context& context) {
  const std::string what = conduct.is_practice ? "practice" : "run";
  if (verdict == Verdict::kDone) {
    const std::string line = prose_and_command(
        fmt::format("{} {} of {} is finished; its course:", what, run_id, conduct.playbook.name),
        status_command(run_id), context);
    if (conduct.is_jsonl) {
      context.terminal.err(line);
    } else {
      context.terminal.out(line);
    }
    return;
  }
  if (is_over) {
    context.terminal.err(
        prose_and_command(fmt::format("{} {} is aborted; its course:", what, run_id),
                          status_command(run_id), context));
    return;
  }
  say_how_to_go_on(conduct, run_id, context);
}

}  // namespace

std::string title_of(const Conduct& conduct) {
  const auto title = conduct.scope.text(conduct.playbook.root()["title"]);
  return title.ok() ? *title : conduct.playbook.name;  // check_texts() has said what is wrong
}

std::string name_in(const playbook::Scope& scope, std::string_view input) {
  return playbook::plain_text(scope.names()[input]["name"]);
}

playbook::Chat find_chat(const registry::Registry* registry, const Context& context) {
  playbook::Chat chat;
  if (registry == nullptr) return chat;
  chat.variable = registry->settings()["chat"]["webhook_env"].text();
  if (!chat.variable.empty()) {
    chat.webhook_url = context.environment.get(chat.variable).value_or("");
  }
  return chat;
}

std::string no_chat_reason(const playbook::Chat& chat) {
  if (!chat.webhook_url.empty()) return {};
  return chat.variable.empty() ? "the registry's settings name no `chat.webhook_env`"
                               : fmt::format("`{}` is not set", chat.variable);
}

Status refuse_missing_answers(const Conduct& conduct, const playbook::RunPlace& place) {
  const auto missing = missing_answers(conduct.playbook, conduct.scope, conduct.settings,
                                       conduct.is_practice, place);
  if (missing.empty()) return {};
  std::vector<std::string> flags;
  std::string too_early;  // answers for another question than the one that comes
  for (const playbook::NeededAnswer& needed : missing) {
    if (const auto given = conduct.settings.answers.find(needed.step);
        given != conduct.settings.answers.end() && playbook::settles(given->second)) {
      too_early += fmt::format("; `{}` only says what became of a try of `{}` that was cut off",
                               given->second, needed.step);
    }
    const std::string values =
        needed.choices.empty() ? "<text>" : "<" + join(needed.choices, "|") + ">";
    flags.push_back(fmt::format("--answer {}={}", needed.step, shell_quote(values)));
  }
  return failure("needs-answer",
                 fmt::format("{} of `{}` {} an answer, and nobody can be asked",
                             counted(missing.size(), "step"), conduct.playbook.name,
                             missing.size() == 1 ? "needs" : "need"),
                 "give " + join(flags, " ") + too_early, Verdict::kNeedsPerson);
}

Result<RunLock> RunLock::take(playbook::RunStore& store, const Conduct& conduct, Context& context) {
  const std::string service = name_in(conduct.scope, "service");
  const std::string environment = name_in(conduct.scope, "environment");
  if (conduct.is_practice || service.empty()) return RunLock(context.files, nullptr, "");
  const std::string path = store.lock_path(service, environment);
  const std::string request = store.request_path(service, environment);
  TIZZA_CHECK(store.make_lock_folder());
  TIZZA_TRY(auto lock, context.files.lock(path, false));
  if (lock == nullptr) {
    const std::string where = subject_text(service, environment);
    if (!conduct.playbook.preempts) {
      return failure("locked", fmt::format("another run is at work on {}", where),
                     "see how far it is: tizza playbook status");
    }
    TIZZA_CHECK(context.files.write_file(request, conduct.playbook.name + "\n", 0600));
    context.terminal.err(fmt::format(
        "another run is at work on {}; it is asked to stop after its step, waiting\n", where));
    TIZZA_TRY(lock, context.files.lock(path, true));
  }
  if (context.files.exists(request)) TIZZA_CHECK(context.files.remove_all(request));
  return RunLock(context.files, std::move(lock), request);
}

Result<std::unique_ptr<FileLock>> lock_run(const playbook::RunStore& store,
                                           const playbook::RunSummary& run, Context& context) {
  TIZZA_TRY(auto lock, context.files.lock(store.run_lock_path(run.id), false));
  if (lock != nullptr) return lock;
  std::string what = run.state.text("playbook");
  if (!what.empty()) what = fmt::format(" of `{}`", what);
  const auto subject = subject_text(run.state.text("service"), run.state.text("environment"));
  if (!subject.empty()) what += " on " + subject;
  return failure("locked", fmt::format("another process is at work on run `{}`{}", run.id, what),
                 "see how far it is: tizza playbook status " + run.id);
}

Result<bool> meet_prerequisites(const Conduct& conduct, Context& context) {
  const std::string title = prose(title_of(conduct), context);
  context.terminal.err(
      report::styled(trim(title), report::Style::kHeading, context.presentation.colour_err) + "\n");
  if (conduct.playbook.prerequisites.empty()) return true;
  if (conduct.is_practice) {
    context.terminal.err(fmt::format(
        "{} not checked in practice\n",
        counted(conduct.playbook.prerequisites.size(), "prerequisite is", "prerequisites are")));
    return true;
  }
  PlaybookScreen screen(context);
  playbook::StepPorts ports = make_ports(conduct, screen, context);
  ports.on_output = {};
  playbook::RealEffects effects(ports, context.interrupts);
  while (true) {
    context.terminal.err("Prerequisites\n");
    TIZZA_TRY(const auto results,
              check_prerequisites(conduct.playbook, conduct.scope, ports, effects));
    size_t unmet = 0;
    for (const playbook::PrerequisiteResult& result : results) {
      unmet += result.is_met ? 0 : 1;
      const std::string line = result.is_met
                                   ? "ok      " + result.name
                                   : fmt::format("missing {}: {}", result.name, result.reason);
      context.terminal.err(prose(line, context, 2));
      if (!result.is_met) context.terminal.err(prose(result.fix, context, 10));
    }
    if (unmet == 0) return true;
    if (!context.presentation.may_ask) return false;
    Question question;
    question.kind = QuestionKind::kChoice;
    question.prompt = "How does it go on?";
    question.choices = {{"check again", ""}, {"go on", "without them"}, {"stop", ""}};
    question.default_value = "check again";
    question.is_gate = true;
    TIZZA_TRY(const Answer answer, ask(question, context));
    if (answer.text() != "check again") return answer.text() == "go on";
  }
}

void say_how_to_go_on(const Conduct& conduct, const std::string& run_id, Context& context) {
  const char* what = conduct.is_practice ? "practice" : "run";
  context.terminal.err(
      prose_and_command(fmt::format("{} {} has stopped; go on with:", what, run_id),
                        resume_command(run_id), context));
}

void print_records(playbook::Journal& journal, Context& context) {
  journal.observe([&](const playbook::Record& record) {
    context.terminal.out(write_json(playbook::to_value(record)) + "\n");
    context.terminal.flush();
  });
}

Result<Verdict> conduct_run(Conduct conduct, const std::string& run_id, playbook::Journal& journal,
                            const RunLock& lock, Context& context) {
  PlaybookScreen screen(context);
  playbook::StepPorts ports = make_ports(conduct, screen, context);
  playbook::RealEffects real(ports, context.interrupts);
  playbook::PracticeEffects practice;
  playbook::Effects& effects =
      conduct.is_practice ? static_cast<playbook::Effects&>(practice) : real;
  conduct.settings.may_ask = context.presentation.may_ask;
  conduct.settings.is_interrupted = [&lock] { return lock.is_asked_to_stop(); };
  playbook::Engine engine(conduct.playbook, journal, conduct.scope, effects, screen,
                          context.interrupts, conduct.settings);
  auto verdict = engine.run();
  if (verdict.ok()) {
    say_how_it_ended(*verdict, playbook::fold(journal.records()).is_over(), run_id, conduct,
                     context);
    return verdict;
  }
  Error error = std::move(verdict).error();
  if (was_stopped(error.verdict)) {  // of which nothing else is said
    say_how_it_ended(error.verdict, false, run_id, conduct, context);
    return error;
  }
  std::string& help = error.diagnostic.help;
  if (!help.empty()) help += "; ";
  if (error.verdict != Verdict::kUnknownState) help += "the run is safe in its journal, ";
  help += "go on with: " + resume_command(run_id);
  return error;
}

}  // namespace tizza::commands
