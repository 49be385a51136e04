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

const std::string& path_of(const Diagnostic& diagnostic) {
  return diagnostic.at ? diagnostic.at.source->path() : diagnostic.path;
}

size_t Findings::count(Severity severity) const {
  return static_cast<size_t>(std::count_if(
      list_.begin(), list_.end(), [=](const Diagnostic& d) { return d.severity == severity; }));
}

}  // namespace tizza
