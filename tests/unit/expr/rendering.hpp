#pragma once
#include <memory>
#include <string>

#include "expr/template.hpp"

namespace tizza::expr {

inline SourcePtr source_of(const std::string& text) {
  return std::make_shared<const Source>("t.jinja", text);
}

/// What the template gives, or `line:column message`.
inline std::string rendered(const std::string& text, const Value& context = Value::Mapping{},
                            const Options& options = {}) {
  const auto result = render(source_of(text), context, options);
  if (result) return *result;
  const auto& diagnostic = result.error().diagnostic;
  if (!diagnostic.at) return "nowhere " + diagnostic.message;
  const auto at = diagnostic.at.begin();
  return std::to_string(at.line) + ":" + std::to_string(at.column) + " " + diagnostic.message;
}

}  // namespace tizza::expr
