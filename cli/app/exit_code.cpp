#include "app/exit_code.hpp"

namespace tizza::app {
namespace {

constexpr ExitCode kExitCodes[] = {
    {Verdict::kDone, 0, "done"},
    {Verdict::kNegative, 1, "a clear no: findings, drift, a failed check"},
    {Verdict::kCouldNotRun, 2, "could not run: usage, configuration or an unreadable input"},
    {Verdict::kStopped, 3, "stopped or paused by the operator at a prompt"},
    {Verdict::kNeedsPerson, 4, "needs an answer or an approval, and nobody can be asked"},
    {Verdict::kEscalated, 5, "a playbook ended in an escalation"},
    {Verdict::kUnknownState, 6,
     "a step that changes something is left in an unknown state, whatever cut it off"},
    {Verdict::kBug, 70, "a bug in tizza"},
    {Verdict::kHungUp, 129, "the terminal went away"},
    {Verdict::kInterrupted, 130, "interrupted with Ctrl-C"},
    {Verdict::kTerminated, 143, "terminated by another process"},
};

}  // namespace

std::span<const ExitCode> exit_codes() {
  return kExitCodes;
}

int exit_code(Verdict verdict) {
  for (const ExitCode& code : kExitCodes) {
    if (code.verdict == verdict) return code.number;
  }
  return 70;
}

}  // namespace tizza::app
