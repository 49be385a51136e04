#pragma once
#include "release/version_format.hpp"
#include "text/document.hpp"

namespace tizza::release {

/// The version that a scalar of a TOML or JSON document holds: its characters without the quotes.
/// An error (rule `version-absent`) where it is no string or is written with escapes, so that no
/// span of the file is the version.
Result<FoundVersion> version_of_scalar(Node scalar);

}  // namespace tizza::release
