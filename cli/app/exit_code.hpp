#pragma once
#include <span>
#include <string_view>

#include "base/result.hpp"

namespace tizza::app {

/// What a process tells its caller, and what that means to a script.
struct ExitCode {
  Verdict verdict;
  int number;
  std::string_view meaning;
};

/// Every exit code, in the order of their numbers.
std::span<const ExitCode> exit_codes();

/// The one way from a verdict to a number.
int exit_code(Verdict verdict);

}  // namespace tizza::app
