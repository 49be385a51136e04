#pragma once
#include <optional>
#include <string>
#include <vector>

#include "release/history.hpp"
#include "release/package_version.hpp"
#include "release/repository.hpp"
#include "release/settings.hpp"

namespace tizza::release {

/// What is known of a package before its release.
struct PackageState {
  const Package* package = nullptr;
  Numbering numbering = Numbering::semver();
  PackageVersion file;            ///< The main version file and what it states.
  std::optional<Version> stated;  ///< The same, where the numbering reads it.
  PackageHistory history;
};

/// The path of a file or folder as git knows it: from the top of the work tree, symlinks followed;
/// empty for the top itself.
Result<std::string> path_in_repository(const Repository& repository, const FileReader& files,
                                       const std::string& path);

/// How the package counts: as its settings say, or else as its version file has it.
Result<Numbering> numbering_of(const Package& package, const PackageVersion& file);

/// What the version files of all packages state, in the order of the settings.
struct StatedVersions {
  std::vector<Result<PackageVersion>> files;
  std::vector<Tracked> tracked;  ///< None is wanted; what states no version reads as PEP 440.
};

StatedVersions read_stated_versions(const FileReader& files, const Settings& settings);

/// Reads the version files and the histories of the packages in `wanted`, in their order. The other
/// packages of the settings only keep their own tags. Errors: no version file, a shallow clone.
Result<std::vector<PackageState>> read_package_states(const Repository& repository,
                                                      const FileReader& files,
                                                      const Settings& settings,
                                                      const std::vector<const Package*>& wanted);

}  // namespace tizza::release
