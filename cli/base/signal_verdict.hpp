#pragma once
#include <csignal>

#include "base/result.hpp"

namespace tizza {

/// How a call ends that a signal asked to stop: Ctrl-C, SIGTERM or SIGHUP.
inline Verdict verdict_of_signal(int signal) {
  if (signal == SIGTERM) return Verdict::kTerminated;
  return signal == SIGHUP ? Verdict::kHungUp : Verdict::kInterrupted;
}

}  // namespace tizza
