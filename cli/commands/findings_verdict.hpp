#pragma once
#include <algorithm>
#include <vector>

#include "base/diagnostic.hpp"
#include "base/result.hpp"

namespace tizza::commands {

/// How a command ends that found these: with a clear no where an error is among them.
inline Verdict verdict_of(const std::vector<Diagnostic>& findings) {
  const bool has_error =
      std::any_of(findings.begin(), findings.end(),
                  [](const Diagnostic& finding) { return finding.severity == Severity::kError; });
  return has_error ? Verdict::kNegative : Verdict::kDone;
}

}  // namespace tizza::commands
