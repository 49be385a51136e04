#include "release/guard.hpp"

#include <algorithm>

namespace tizza::release {
namespace {

Severity severity_of(GuardState state) {
  switch (state) {
    case GuardState::kFailed:
    case GuardState::kUnknown:
      return Severity::kError;
    case GuardState::kNoted:
      return Severity::kWarn;
    case GuardState::kPassed:
    case GuardState::kSkipped:
      break;
  }
  return Severity::kInfo;
}

Guard guard(std::string_view id, GuardState state, Diagnostic about) {
  about.rule = "release-" + std::string(id);
  about.severity = severity_of(state);
  return {id, state, std::move(about)};
}

Guard guard(std::string_view id, GuardState state, std::string message, std::string help = {}) {
  Diagnostic about;
  about.message = std::move(message);
  about.help = std::move(help);
  return guard(id, state, std::move(about));
}

}  // namespace

std::string_view to_string(GuardState state) {
  switch (state) {
    case GuardState::kPassed:
      return "ok";
    case GuardState::kNoted:
      return "note";
    case GuardState::kFailed:
      return "failed";
    case GuardState::kUnknown:
      return "unknown";
    case GuardState::kSkipped:
      break;
  }
  return "skipped";
}

Guard passed(std::string_view id, std::string message) {
  return guard(id, GuardState::kPassed, std::move(message));
}

Guard noted(std::string_view id, std::string message, std::string help) {
  return guard(id, GuardState::kNoted, std::move(message), std::move(help));
}

Guard failed(std::string_view id, std::string message, std::string help) {
  return guard(id, GuardState::kFailed, std::move(message), std::move(help));
}

Guard skipped(std::string_view id, std::string message) {
  return guard(id, GuardState::kSkipped, std::move(message));
}

Guard failed(std::string_view id, Error error) {
  const bool is_no = error.verdict == Verdict::kNegative;
  return guard(id, is_no ? GuardState::kFailed : GuardState::kUnknown, std::move(error.diagnostic));
}

Verdict verdict_of(const std::vector<Guard>& guards) {
  const auto any = [&](GuardState state) {
    return std::any_of(guards.begin(), guards.end(),
                       [=](const Guard& guard) { return guard.state == state; });
  };
  if (any(GuardState::kUnknown)) return Verdict::kCouldNotRun;
  return any(GuardState::kFailed) ? Verdict::kNegative : Verdict::kDone;
}

std::vector<Diagnostic> findings_of(const std::vector<Guard>& guards) {
  std::vector<Diagnostic> findings;
  for (const Guard& guard : guards) {
    if (guard.state == GuardState::kFailed || guard.state == GuardState::kUnknown) {
      findings.push_back(guard.about);
    }
  }
  return findings;
}

}  // namespace tizza::release
