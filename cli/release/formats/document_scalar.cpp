#include "release/formats/document_scalar.hpp"

#include <fmt/core.h>

namespace tizza::release {

Result<FoundVersion> version_of_scalar(Node scalar) {
  const auto& source = scalar.document().source();
  const auto text = scalar.text();
  const size_t inside = scalar.raw().find(text);
  const bool is_verbatim = inside != std::string_view::npos && !text.empty();
  if (!scalar.is_string() || !is_verbatim) {
    return version_absent(scalar.location(),
                          fmt::format("the version in `{}` is no plain string", source->path()),
                          "write it as a string without escapes, such as `\"1.4.0\"`");
  }
  const auto begin = static_cast<uint32_t>(scalar.span().begin + inside);
  const Span span{begin, begin + static_cast<uint32_t>(text.size())};
  return FoundVersion{std::string(text), {source, span}};
}

}  // namespace tizza::release
