#pragma once
#include <deque>
#include <functional>
#include <map>
#include <optional>
#include <string>

#include "base/result.hpp"
#include "playbook/effects.hpp"
#include "playbook/journal.hpp"
#include "playbook/model.hpp"
#include "playbook/operator.hpp"
#include "playbook/scope.hpp"
#include "ports/interrupts.hpp"

namespace tizza::playbook {

/// Which steps run without being asked about.
enum class YesTo : uint8_t { kNothing, kSafe, kAll };

/// What is said of steps in practice, in this order: how each try ends, how it goes on.
using Script = std::map<std::string, std::deque<std::string>>;

/// The reason of a step that is passed over because of `when` or `only_in`.
inline constexpr const char* kDoesNotApply = "it does not apply";

struct RunSettings {
  YesTo yes_to = YesTo::kNothing;
  std::map<std::string, std::string> answers = {};  ///< By step, from `--answer`.
  Script script = {};                               ///< Of practice; counts behind `answers`.
  bool may_ask = false;
  /// Why nothing can be announced, so that a person says it; empty where it can.
  std::string no_chat = {};
  /// Whether a run that may interrupt this one waits; asked between steps.
  std::function<bool()> is_interrupted = {};
};

/// Whether a person does what the step says: by its kind, or because there is no chat to speak in.
bool is_left_to_person(const Step& step, const RunSettings& settings, bool is_practice);

/// Whether the step may act without a question: a check, or one that `yes_to` covers.
bool acts_unasked(const Step& step, YesTo yes_to, bool is_practice);

/// Whether the answer is for the case alone that nobody knows how a step ended.
bool settles(std::string_view answer);

/// What may be said of a step of which nobody knows how it ended: `done`, `again` unless it must
/// not be repeated, `skip`.
std::vector<std::string> settling_answers(const Step& step);
/// The same as flags: `--answer a=done`.
std::vector<std::string> settling_flags(const Step& step);

/// Whether the name is one, and another than that of whoever runs the playbook.
bool is_second_person(const Scope& scope, std::string_view name);

/// What may be said of an `escalate` step behind which help came: `continue`, `escalate`.
std::vector<std::string> escalated_answers();

/// Runs a playbook from where its journal stands. Every act stands in the journal before it begins
/// and its end before anything else; what is recorded as done never runs again unless the operator
/// goes back to it.
class Engine {
 public:
  Engine(const Playbook& playbook, Journal& journal, Scope scope, Effects& effects,
         Operator& person, Interrupts& interrupts, RunSettings settings)
      : playbook_(playbook),
        journal_(journal),
        scope_(std::move(scope)),
        effects_(effects),
        person_(person),
        interrupts_(interrupts),
        settings_(std::move(settings)) {}

  /// Until the end of the playbook or a stop: kDone, kNegative (a step failed), kStopped,
  /// kEscalated, kUnknownState, or the verdict of a signal.
  Result<Verdict> run();

 private:
  /// How it goes on behind a step: not at all where there is a verdict.
  using Flow = std::optional<Verdict>;

  Result<Flow> run_step(const Step& step);
  Result<bool> applies(const Step& step) const;
  Result<StepView> view_of(const Step& step) const;

  Question gate_question(const Step& step) const;
  /// Whether the answer is a second person's approval that lacks that person.
  bool lacks_second_person(const Step& step, const Decision& decision);
  Result<Flow> pass_gate(const Step& step, const StepView& view);
  Result<Flow> finish_gate(const Step& step, const StepView& view, const Decision& decision);
  Result<Flow> act_if_agreed(const Step& step, const StepView& view);
  Result<Flow> act(const Step& step, const StepView& view, const std::string& by);
  Result<Flow> record_outcome(const Step& step, const StepView& view, const Outcome& outcome,
                              int signal);
  Result<Flow> reach_escalation(const Step& step, const StepView& view);
  static Question settling_question(const Step& step);
  Result<Flow> settle(const Step& step, const StepView& view);
  Result<Flow> on_failure(const Step& step, const StepView& view, const std::string& reason);
  Result<Flow> follow_policy(const Step& step, const std::string& reason);

  /// The options that stand behind those of the question itself.
  static void add_common_options(std::vector<Option>& options);
  Result<Decision> decide(const StepView& view, const Question& question);
  /// What the script says next of the step, where it is an answer to the question.
  std::optional<Decision> scripted(const std::string& step, const Question& question);
  /// Whether the question stands as before behind take_common_option().
  static bool asks_again(const Decision& decision);
  /// Does what the options mean that every question has; none where the decision is another one.
  Result<std::optional<Flow>> take_common_option(const Step& step, const Decision& decision);

  Result<Flow> skip(const Step& step, const std::string& reason);
  Result<Flow> escalate(const Step& step, const std::string& reason);
  Result<Flow> pause(const Step& step, const std::string& reason, Verdict verdict);
  Result<Flow> move_to(const Step& step, const std::string& next, const std::string& reason);

  Status record(Event event, const Step& step, Value data);
  Status record_done(const Step& step, Value data, const std::string& answer);
  std::string next_after(const Step& step, const std::string& answer) const;

  const Playbook& playbook_;
  Journal& journal_;
  Scope scope_;
  Effects& effects_;
  Operator& person_;
  Interrupts& interrupts_;
  RunSettings settings_;
  std::string position_;
  std::string decided_by_;
};

}  // namespace tizza::playbook
