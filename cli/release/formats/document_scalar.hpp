#pragma once
#include <optional>

#include "release/version_format.hpp"
#include "text/document.hpp"

namespace tizza::release {

/// Where the text of a scalar stands, without its quotes; none where it is written with escapes, so
/// that no span of the file is the text.
std::optional<Span> verbatim_span(Node scalar);

/// The version that a scalar of a TOML or JSON document holds: its characters without the quotes.
/// An error (rule `version-absent`) where it is no string or is written with escapes, so that no
/// span of the file is the version.
Result<FoundVersion> version_of_scalar(Node scalar);

}  // namespace tizza::release
