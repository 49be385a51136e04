#pragma once
#include <optional>
#include <string>
#include <vector>

#include "release/index/page.hpp"

namespace tizza::release {

/// What became of one file that was to be published or yanked.
struct IndexedFile {
  std::string file;
  bool is_new = false;  ///< Else the index had it so already.
};

/// A static package index in a folder, which pip reads by `file://` and any web server can serve.
/// Every file is written whole (temporary file, rename), under a lock in the folder, so that any
/// number of writers and readers may be at work at once.
class PackageIndex {
 public:
  PackageIndex(FileSystem& files, std::string folder) : files_(files), folder_(std::move(folder)) {}

  /// What publish() would do. Errors as there, but for those of writing.
  Result<std::vector<IndexedFile>> compare(const std::vector<Artefact>& artefacts) const;

  /// Adds the files and lists them on the pages of their projects; other pages stay untouched. A
  /// file that is there with the same bytes is done. Where one is there with other bytes nothing is
  /// changed: an error (rule `index-conflict`, a clear no).
  Result<std::vector<IndexedFile>> publish(const std::vector<Artefact>& artefacts);

  /// Marks the files of a version so that they are only installed where they are pinned, with the
  /// reason; none takes the mark away. An error (rule `index-version`, a clear no) where the
  /// project or the version is not there.
  Result<std::vector<IndexedFile>> yank(const std::string& project, const Pep440Version& version,
                                        const std::optional<std::string>& reason);

  /// What yank() would do.
  Result<std::vector<IndexedFile>> compare_yank(const std::string& project,
                                                const Pep440Version& version,
                                                const std::optional<std::string>& reason) const;

 private:
  struct Change {
    ProjectPage page;
    std::vector<IndexedFile> files;
  };

  Result<Change> plan(const std::string& project, const std::vector<Artefact>& artefacts) const;
  Result<Change> plan_yank(const std::string& project, const Pep440Version& version,
                           const std::optional<std::string>& reason) const;
  Result<bool> is_in_pool(const Artefact& artefact) const;
  Result<std::unique_ptr<FileLock>> lock() const;
  Status write_artefact(const Artefact& artefact);
  Status write_page(const ProjectPage& page);
  Status list_project(const std::string& project);

  FileSystem& files_;
  std::string folder_;
};

/// The projects that the root page lists; those that have a page where there is none.
Result<std::vector<std::string>> listed_projects(const FileReader& files, const std::string& index);

}  // namespace tizza::release
