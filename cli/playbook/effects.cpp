#include "playbook/effects.hpp"

#include <algorithm>

namespace tizza::playbook {
namespace {

using std::chrono::milliseconds;

// A step with `within` but without `retry` looks again this often.
constexpr milliseconds kLookAgain{2'000};

/// When a step that failed is tried again.
class Tries {
 public:
  Tries(const Step& step, Clock& clock)
      : step_(step), clock_(clock), begun_(clock.steady()), delay_(step.retry.delay) {
    if (step.within && !step["retry"]) delay_ = kLookAgain;
  }

  /// Waits for the next try; false where there is none.
  bool wait_for_next() {
    ++made_;
    const bool has_tries = step_.within && !step_["retry"] ? true : made_ < step_.retry.attempts;
    if (!has_tries) return false;
    if (step_.within && clock_.steady() + delay_ > begun_ + *step_.within) return false;
    clock_.sleep(delay_);
    delay_ = milliseconds(
        static_cast<int64_t>(static_cast<double>(delay_.count()) * step_.retry.factor));
    return true;
  }

 private:
  const Step& step_;
  Clock& clock_;
  std::chrono::steady_clock::time_point begun_;
  milliseconds delay_;
  int made_ = 0;
};

}  // namespace

Result<Outcome> RealEffects::act(const Step& step, const Scope& scope, Parts& parts) {
  if (step.kind->act == nullptr) return Outcome{.done = true};
  Tries tries(step, ports_.clock);
  while (true) {
    TIZZA_TRY(Outcome outcome, step.kind->act(step, scope, ports_, parts));
    outcome.reason = ports_.masker.mask(outcome.reason);
    outcome.output = ports_.masker.mask(outcome.output);
    if (outcome.done || interrupts_.pending() != 0) return outcome;
    if (outcome.is_unknown && step.repeat != RepeatPolicy::kSafe) return outcome;
    if (!tries.wait_for_next() || interrupts_.pending() != 0) return outcome;
  }
}

Result<Outcome> PracticeEffects::act(const Step&, const Scope&, Parts&) {
  if (succeeds_) return Outcome{.done = true, .output = text_.empty() ? "(practice)" : text_};
  return failed(text_.empty() ? "chosen to fail, for practice" : text_);
}

}  // namespace tizza::playbook
