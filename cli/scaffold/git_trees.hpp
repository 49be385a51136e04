#pragma once
#include <memory>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "ports/file_system.hpp"
#include "ports/git.hpp"
#include "scaffold/rendering.hpp"
#include "scaffold/scratch.hpp"

namespace tizza::scaffold {

using TreeEntries = std::vector<GitTreeEntry>;  ///< Sorted by path.

/// The file at a path, or null.
const GitTreeEntry* find_entry(const TreeEntries& entries, const std::string& path);

void sort_by_path(TreeEntries& entries);

/// The files but the one at `path`.
TreeEntries without(TreeEntries entries, std::string_view path);

/// The git folder that all worktrees of a repository share.
Result<std::string> common_git_folder(const FileReader& files, const GitRepository& repository);

/// Held while an update works on a repository: `git_folder` is common_git_folder().
Result<std::unique_ptr<FileLock>> lock_updates(FileSystem& files, const std::string& git_folder);

/// Makes trees in a repository's object store; neither its index nor its working tree is touched.
/// What it needs on the disk stands below `tizza/` in the git folder and goes with it. One process
/// at a time has one: others wait.
class TreeWriter {
 public:
  /// `git_folder` is common_git_folder().
  static Result<TreeWriter> open(FileSystem& files, Git& git, const std::string& git_folder);

  /// The tree that holds exactly these files. Their blobs must be there. No errors but git's own.
  Result<std::string> write(const TreeEntries& entries) const;

  /// The tree of a project as `git add` would make it: line ends and filters as the project's own
  /// .gitattributes want them; files that its .gitignore names are among them.
  Result<std::string> write(const Project& project) const;

  /// The id of a blob with this content.
  Result<std::string> write_blob(std::string_view bytes) const;

 private:
  TreeWriter(FileSystem& files, Git& git, std::string git_folder, std::unique_ptr<FileLock> lock,
             Scratch scratch)
      : files_(&files),
        git_(&git),
        git_folder_(std::move(git_folder)),
        lock_(std::move(lock)),
        scratch_(std::move(scratch)) {}

  GitRequest request(const std::string& index, std::vector<std::string> arguments) const;

  FileSystem* files_;
  Git* git_;
  std::string git_folder_;
  std::unique_ptr<FileLock> lock_;
  Scratch scratch_;
};

}  // namespace tizza::scaffold
