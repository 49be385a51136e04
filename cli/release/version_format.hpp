#pragma once
#include <cstdint>
#include <string>
#include <string_view>

#include "base/result.hpp"

namespace tizza::release {

/// The grammar that a version has to follow.
enum class VersionScheme : uint8_t {
  kPep440,
  kSemVer,
  kEither,
  kNumbers,  ///< Numbers between dots: no pre-releases.
};

/// A version as a file states it.
struct FoundVersion {
  std::string text;
  Location at;  ///< The characters of the version alone: an edit replaces exactly these.
};

/// One kind of file that states a package's version. Adding one is a file under formats/, a row in
/// format_table.cpp and goldens.
struct VersionFormat {
  std::string_view file;  ///< Its name: `setup.py`.
  VersionScheme scheme = VersionScheme::kPep440;

  /// The one version that the file states. Errors have the rule `version-absent` where the file
  /// leaves it to another one, and `version-ambiguous` where it states several; both name all
  /// places. Broken syntax has the rule `syntax`.
  Result<FoundVersion> (*find)(const SourcePtr& source) = nullptr;
};

/// The file states no version itself. Another file may, so this alone is no failure.
Error version_absent(Location at, std::string message, std::string help);

/// The file states more than one version: `first` and `second` are both shown.
Error version_ambiguous(Location second, std::string message, Location first, std::string help);

}  // namespace tizza::release
