#include "spec/rulesets/function.hpp"

namespace tizza::spec::rulesets {

std::string Subject::label() const {
  return property.empty() ? std::string("the document") : "`" + property + "`";
}

std::optional<std::string_view> Subject::text() const {
  if (kind == Kind::kName) return name;
  if (kind == Kind::kValue) return value.as_string();
  return std::nullopt;
}

Place place_of(Node value) {
  if (!value || value.is_scalar()) return value;
  if (const Node key = value.key()) return Place(value, key.span());
  const Span start = value.span();
  return Place(value, {start.begin, start.begin});
}

}  // namespace tizza::spec::rulesets
