#include "base/diagnostic.hpp"

#include <algorithm>

namespace tizza {

std::string_view to_string(Severity severity) {
  switch (severity) {
    case Severity::kError:
      return "error";
    case Severity::kWarn:
      return "warn";
    case Severity::kInfo:
      return "info";
    case Severity::kHint:
      return "hint";
  }
  return "error";
}

size_t Findings::count(Severity severity) const {
  return static_cast<size_t>(std::count_if(
      list_.begin(), list_.end(), [=](const Diagnostic& d) { return d.severity == severity; }));
}

}  // namespace tizza
