#include <fmt/core.h>

#include <algorithm>

#include "base/signal_verdict.hpp"
#include "base/strings.hpp"
#include "playbook/engine.hpp"
#include "playbook/run_state.hpp"

namespace tizza::playbook {
namespace {

// More of a step's output is not kept: the journal is read as a whole.
constexpr size_t kMaxKeptOutput = 64 << 10;

std::string kept(const std::string& output) {
  if (output.size() <= kMaxKeptOutput) return output;
  return "…" + output.substr(output.size() - kMaxKeptOutput);
}

/// The parts of a step as the journal keeps them.
class JournalParts final : public Parts {
 public:
  JournalParts(Journal& journal, const Step& step) : journal_(journal), step_(step) {}

  std::optional<std::string> done_before(size_t part, const std::string& what) const override {
    for (const PartRecord& known : parts_of(journal_.records(), step_.id)) {
      if (known.number == part && known.what == what && known.is_done) return known.output;
    }
    return std::nullopt;
  }
  Status begin(size_t part, const std::string& what) override {
    return note(part, what, "begun", "");
  }
  Status finish(size_t part, const std::string& what, const std::string& output) override {
    return note(part, what, "done", step_.capture.empty() ? std::string() : kept(output));
  }

  /// Whether all of it is on the disk.
  const Status& noted() const { return noted_; }

 private:
  Status note(size_t part, const std::string& what, std::string_view state,
              const std::string& output) {
    Value data;
    data.set("part", static_cast<int64_t>(part));
    data.set("text", what);
    data.set("state", state);
    if (!output.empty()) data.set("output", output);
    noted_ = journal_.append(Event::kProgress, step_.id, std::move(data));
    return noted_;
  }

  Journal& journal_;
  const Step& step_;
  Status noted_;
};

}  // namespace

bool settles(std::string_view answer) {
  return answer == "done" || answer == "again";
}

Result<Engine::Flow> Engine::act_if_agreed(const Step& step, const StepView& view) {
  const bool is_practice = effects_.is_practice();
  const auto answer = settings_.answers.find(step.id);
  const bool is_answered = answer != settings_.answers.end() && !settles(answer->second);
  const auto said = settings_.script.find(step.id);
  const bool is_scripted = said != settings_.script.end() && !said->second.empty();
  effects_.choose(true, "");
  if (!is_answered && !is_scripted && acts_unasked(step, settings_.yes_to, is_practice)) {
    return act(step, view, settings_.yes_to == YesTo::kNothing ? "check" : "--yes-to");
  }
  Question question;
  question.prompt = is_practice ? "how does it end?" : "run it?";
  if (is_practice) {
    question.options = {{"succeeds", "as if it was done", "", true},
                        {"fails", "as if it could not be done", "", true}};
    question.default_option = "succeeds";
  } else {
    question.options = {{"run", "do it now"}};
    question.default_option = "run";
  }
  question.options.push_back({"skip", "leave it out", "reason"});
  add_common_options(question.options);
  while (true) {
    TIZZA_TRY(const Decision decision, decide(view, question));
    TIZZA_TRY(const auto common, take_common_option(step, decision));
    if (common) return *common;
    if (asks_again(decision)) continue;
    effects_.choose(decision.option != "fails", decision.text);
    return act(step, view, decided_by_);
  }
}

Result<Engine::Flow> Engine::act(const Step& step, const StepView& view, const std::string& by) {
  // From the intent to the result no signal ends the process: the journal stays true.
  const InterruptHold hold(interrupts_);
  Value intent;
  Value::List lines(view.lines.begin(), view.lines.end());
  intent.set("what", std::move(lines));
  intent.set("by", by);
  TIZZA_CHECK(record(Event::kIntent, step, std::move(intent)));
  JournalParts parts(journal_, step);
  auto outcome = effects_.act(step, scope_, parts);
  if (!parts.noted().ok()) {
    Error error = parts.noted().error();
    error.verdict = Verdict::kUnknownState;
    return error;
  }
  if (!outcome.ok()) outcome = failed(outcome.error().diagnostic.message);
  if (outcome->done && !step.capture.empty() && outcome->output.size() > kMaxKeptOutput) {
    outcome = failed(fmt::format("it printed more than `{}` may hold: {} of at most {} bytes",
                                 step.capture, outcome->output.size(), kMaxKeptOutput),
                     outcome->output);
  }
  return record_outcome(step, view, *outcome, interrupts_.take());
}

Result<Engine::Flow> Engine::record_outcome(const Step& step, const StepView& view,
                                            const Outcome& outcome, int signal) {
  if (signal != 0 && !outcome.done) {
    // It was cut off: how far it came is not known, so no result is written.
    person_.tell("interrupted; nobody knows how far the step came");
    return pause(step, "interrupted",
                 step.kind->changes(step) ? Verdict::kUnknownState : verdict_of_signal(signal));
  }
  Value data;
  data.set("output", kept(outcome.output));
  Status written;
  if (outcome.done) {
    if (!step.capture.empty()) {
      Value captured;
      captured.set(step.capture, trim(outcome.output));
      scope_.set(step.capture, trim(outcome.output));
      data.set("captured", std::move(captured));
    }
    written = record_done(step, std::move(data), "");
  } else {
    data.set("outcome", outcome.is_unknown ? "unknown" : "failed");
    data.set("reason", outcome.reason);
    written = record(Event::kResult, step, std::move(data));
  }
  if (!written.ok()) {
    Error error = std::move(written).error();
    error.verdict = Verdict::kUnknownState;
    error.diagnostic.help = fmt::format("step `{}` {}; it stands as unknown in the journal",
                                        step.id, outcome.done ? "was done" : "is not done");
    return error;
  }
  if (signal != 0) return pause(step, "interrupted", verdict_of_signal(signal));
  if (outcome.done) {
    person_.tell("done");
    return Flow();
  }
  person_.tell((outcome.is_unknown ? "unknown: " : "failed: ") + outcome.reason);
  // What may run again without harm is as good as failed.
  const bool needs_settling = outcome.is_unknown && step.repeat != RepeatPolicy::kSafe;
  return needs_settling ? settle(step, view) : on_failure(step, view, outcome.reason);
}

std::vector<std::string> settling_answers(const Step& step) {
  if (step.repeat == RepeatPolicy::kNever) return {"done", "skip"};
  return {"done", "again", "skip"};
}

std::vector<std::string> settling_flags(const Step& step) {
  std::vector<std::string> flags;
  for (const std::string& answer : settling_answers(step)) {
    flags.push_back(fmt::format("--answer {}={}", step.id, answer));
  }
  return flags;
}

Question Engine::settling_question(const Step& step) {
  Question question;
  question.prompt = "was it done?";
  question.options.push_back({"done", "it was, go on"});
  if (step.repeat == RepeatPolicy::kAsk) question.options.push_back({"again", "run it again"});
  question.options.push_back({"skip", "leave the step out", "reason"});
  question.hint = join(settling_answers(step), ", ");
  add_common_options(question.options);
  return question;
}

Result<Engine::Flow> Engine::settle(const Step& step, const StepView& view) {
  const auto parts = parts_of(journal_.records(), step.id);
  const auto open = std::find_if(parts.begin(), parts.end(),
                                 [](const PartRecord& part) { return !part.is_done; });
  person_.tell((open == parts.end() ? "this step" : open->what) +
               " was begun, and nobody knows how it ended");
  if (step.repeat == RepeatPolicy::kSafe) return act_if_agreed(step, view);
  if (!settings_.may_ask && !settings_.answers.contains(step.id)) {
    person_.tell("find out, then resume with " + join(settling_flags(step), " or "));
    return pause(step, "unknown", Verdict::kUnknownState);
  }
  const Question question = settling_question(step);
  while (true) {
    TIZZA_TRY(const Decision decision, decide(view, question));
    TIZZA_TRY(const auto common, take_common_option(step, decision));
    if (common) return *common;
    if (asks_again(decision)) continue;
    if (decision.option == "again") return act(step, view, decided_by_);
    if (open != parts.end()) {  // the others are still to come
      TIZZA_CHECK(JournalParts(journal_, step).finish(open->number, open->what, ""));
      return act(step, view, decided_by_);
    }
    Value data;
    data.set("by", decided_by_);
    data.set("settled", true);
    TIZZA_CHECK(record_done(step, std::move(data), ""));
    return Flow();
  }
}

}  // namespace tizza::playbook
