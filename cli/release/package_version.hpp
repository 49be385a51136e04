#pragma once
#include <string>
#include <vector>

#include "ports/file_system.hpp"
#include "release/version_format.hpp"

namespace tizza::release {

/// The version of the package in one folder.
struct PackageVersion {
  const VersionFormat* format = nullptr;
  std::string path;  ///< Of the file that states it, as it is shown.
  FoundVersion found;
};

/// Whether two texts of these grammars are one version: `1.3.0rc1` and `1.3.0-rc.1`.
bool is_same_version(VersionScheme a_scheme, const std::string& a, VersionScheme b_scheme,
                     const std::string& b);

/// Every file of `directory` that states a version, or the one named `only`, in the order of the
/// formats; at least one. Errors as for read_package_version().
Result<std::vector<PackageVersion>> read_package_versions(const FileReader& files,
                                                          const std::string& directory,
                                                          const std::string& only = {});

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
