#pragma once
#include <csignal>

#include "base/result.hpp"

namespace tizza::platform {

/// Nobody is there to answer: the input ended before a line came.
inline Error end_of_input() {
  return failure("input", "standard input ended before the question was answered",
                 "give the answer by a flag, or run the command in a terminal",
                 Verdict::kNeedsPerson);
}

/// A signal came while the call waited.
inline Error interrupted_by(int signal) {
  switch (signal) {
    case SIGTERM:
      return failure("input", "terminated", {}, Verdict::kTerminated);
    case SIGHUP:
      return failure("input", "the terminal hung up", {}, Verdict::kHungUp);
    default:
      return failure("input", "interrupted", {}, Verdict::kInterrupted);
  }
}

}  // namespace tizza::platform
