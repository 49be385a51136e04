#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"

namespace tizza::release {

enum class GuardState : uint8_t {
  kPassed,
  kNoted,    ///< Holds, but there is something to know.
  kFailed,   ///< A clear no.
  kUnknown,  ///< It could not be found out.
  kSkipped,  ///< Not asked, because another guard has to hold first.
};

/// `ok`, `note`, `failed`, `unknown` or `skipped`.
std::string_view to_string(GuardState state);

/// One thing that must hold before a release. All of them are asked and shown together, so that
/// nobody mends one only to meet the next.
struct Guard {
  std::string_view id;  ///< A word: `clean`, `pushed`.
  GuardState state = GuardState::kPassed;
  Diagnostic about;  ///< What was found, in every state; the rule is `release-ID`.
};

Guard passed(std::string_view id, std::string message);
Guard noted(std::string_view id, std::string message, std::string help = {});
Guard failed(std::string_view id, std::string message, std::string help);
Guard skipped(std::string_view id, std::string message);

/// kFailed where the error is a clear no, else kUnknown; the error keeps its place and its help.
Guard failed(std::string_view id, Error error);

/// kCouldNotRun where any guard is unknown, else kNegative where any failed, else kDone.
Verdict verdict_of(const std::vector<Guard>& guards);

/// What the guards found, for a report: those that failed or are unknown.
std::vector<Diagnostic> findings_of(const std::vector<Guard>& guards);

}  // namespace tizza::release
