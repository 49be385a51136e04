#pragma once
#include <span>

#include "release/version_format.hpp"

namespace tizza::release {

/// A kind of file that may state a version but need not: it counts only where the settings name it
/// (`version-files`). Adding one is a file beside this, a row in named.cpp and goldens.
struct NamedVersionFormat {
  std::string_view what;                             ///< How messages name it: `Dockerfile`.
  bool (*matches)(std::string_view file) = nullptr;  ///< By the name without folders.
  VersionScheme scheme = VersionScheme::kEither;

  /// As VersionFormat::find. `name` is that of the constant or label; empty for the usual one.
  Result<FoundVersion> (*find)(const SourcePtr& source, std::string_view name) = nullptr;
};

const NamedVersionFormat& python_constant_format();
const NamedVersionFormat& dockerfile_format();
const NamedVersionFormat& api_description_format();

/// All of them; of two that match a file the first counts.
std::span<const NamedVersionFormat* const> named_version_formats();

}  // namespace tizza::release
