#pragma once
#include <string>

#include "ports/file_system.hpp"
#include "release/version_format.hpp"

namespace tizza::release {

/// The version of the package in one folder.
struct PackageVersion {
  const VersionFormat* format = nullptr;
  std::string path;  ///< Of the file that states it, as it is shown.
  FoundVersion found;
};

/// Reads the version from the files of `directory`, or from the one named `only`. Errors: no file
/// that states one, an unreadable one, several versions in one file, two files that disagree (rule
/// `version-ambiguous`).
Result<PackageVersion> read_package_version(const FileReader& files, const std::string& directory,
                                            const std::string& only = {});

/// Checks that the text follows the grammar of its format and can name a tag: no blanks and no `v`
/// in front, which PEP 440 would permit. Gives the normal form, which differs from the text in
/// other spellings of PEP 440. The error has the rule `version`, counts as a clear no and stands at
/// the exact characters in the file.
Result<std::string> check_version(const PackageVersion& version);

}  // namespace tizza::release
