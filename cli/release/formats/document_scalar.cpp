#include "release/formats/document_scalar.hpp"

#include <fmt/core.h>

namespace tizza::release {

std::optional<Span> verbatim_span(Node scalar) {
  const auto text = scalar.text();
  const size_t inside = scalar.raw().find(text);
  if (!scalar.is_scalar() || inside == std::string_view::npos) return std::nullopt;
  const auto begin = static_cast<uint32_t>(scalar.span().begin + inside);
  return Span{begin, begin + static_cast<uint32_t>(text.size())};
}

Result<FoundVersion> version_of_scalar(Node scalar) {
  const auto& source = scalar.document().source();
  const auto span = verbatim_span(scalar);
  if (!scalar.is_string() || !span || scalar.text().empty()) {
    return version_absent(scalar.location(),
                          fmt::format("the version in `{}` is no plain string", source->path()),
                          "write it as a string without escapes, such as `\"1.4.0\"`");
  }
  return FoundVersion{std::string(scalar.text()), {source, *span}};
}

}  // namespace tizza::release
