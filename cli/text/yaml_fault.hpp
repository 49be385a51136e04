#pragma once
#include <optional>
#include <string_view>

#include "base/result.hpp"

namespace tizza::yaml {

/// What libyaml says of a text that is not YAML.
struct Fault {
  std::string_view problem;          ///< Its words, which decide what ours are.
  uint32_t at = 0;                   ///< Where it gave up.
  std::string_view context;          ///< What it was reading; empty where it does not say.
  std::optional<uint32_t> begun_at;  ///< Where that starts.
};

/// The fault in words for people, at the place where they look for it. `open_bracket` is the
/// innermost bracket that is not closed.
Error syntax_fault(const SourcePtr& source, const Fault& fault, std::optional<Span> open_bracket);

}  // namespace tizza::yaml
