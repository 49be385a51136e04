#pragma once
#include <string>
#include <vector>

#include "ports/process.hpp"
#include "release/index/artefact.hpp"
#include "release/repository.hpp"

/// The built packages of a release.
namespace tizza::release {

/// One package whose artefacts are wanted.
struct WantedArtefacts {
  std::string shown;      ///< How messages name the package.
  std::string directory;  ///< Its folder, as it can be opened.
  std::string dist;       ///< The folder in which built packages may lie already.
  std::string version;    ///< As the package spells it.
};

/// The paths of the artefacts that lie in `dist` already, sorted; none where they have to be built.
/// Errors: a version that PEP 440 does not know, artefacts of several projects of which none is
/// known to be this one (rule `artefact`).
Result<std::vector<std::string>> find_prebuilt(const FileReader& files,
                                               const WantedArtefacts& wanted);

/// What there is to publish: what lies in `dist`, as it is, else a wheel built from the commit in
/// `scratch`. None for a package that is no Python project.
Result<std::vector<std::string>> gather_artefacts(const Repository& repository,
                                                  Processes& processes, FileSystem& files,
                                                  const WantedArtefacts& wanted,
                                                  const std::string& commit,
                                                  const std::string& scratch);

/// The folder for builds in the repository's own folder.
std::string build_folder(const Repository& repository);

}  // namespace tizza::release
