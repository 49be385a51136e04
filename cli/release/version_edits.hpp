#pragma once
#include <string>
#include <vector>

#include "ports/file_system.hpp"
#include "release/numbering.hpp"
#include "release/settings.hpp"

/// The version of a package, changed in every file that states it.
namespace tizza::release {

/// One place that states the version.
struct VersionPlace {
  FoundVersion found;
  VersionScheme scheme = VersionScheme::kEither;  ///< How the file spells versions.
};

/// Every place of the package: the files of its ecosystem, their lock files, and the files that its
/// settings name; the main one first. Errors: those of read_package_versions(), a named file that
/// is absent or of no kind that is known (rule `config`), and one that states another version.
Result<std::vector<VersionPlace>> read_version_places(const FileReader& files,
                                                      const Package& package);

/// What a file is to become.
struct FileChange {
  std::string path;
  std::string before;
  std::string after;
  bool is_new = false;
  bool is_removed = false;

  bool operator==(const FileChange&) const = default;
};

/// The files with the new version, computed in memory; those that state it already are left out. An
/// error (rule `version`) where a file cannot spell it.
Result<std::vector<FileChange>> change_version(const std::vector<VersionPlace>& places,
                                               const Numbering& numbering, const Version& version);

/// Writes every file, each whole (temporary file, fsync, rename). Where one cannot be written,
/// those before it get their old content back, and the error says so where even that fails.
Status write_together(FileSystem& files, const std::vector<FileChange>& changes);

/// Puts the old contents back; new files are removed, removed ones are there again.
Status take_back(FileSystem& files, const std::vector<FileChange>& changes);

}  // namespace tizza::release
