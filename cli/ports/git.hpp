#pragma once
#include <chrono>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"

namespace tizza {

/// One tag of a repository.
struct GitTag {
  std::string name = {};    ///< Without `refs/tags/`.
  std::string commit = {};  ///< Peeled to the commit, in hexadecimal.
  bool annotated = false;
};

/// One file of a tree.
struct GitTreeEntry {
  std::string path = {};
  uint32_t mode = 0100644;  ///< 0100644, 0100755, 0120000 (link) or 0160000 (submodule).
  std::string id = {};      ///< Of the blob, in hexadecimal.

  bool operator==(const GitTreeEntry&) const = default;
};

/// A folder whose history is asked for.
struct GitPath {
  std::string path = {};   ///< From the top of the work tree; empty for the whole tree.
  std::string since = {};  ///< The commit up to which its history is known; empty for none.
};

/// One commit of a history.
struct GitCommit {
  std::string id = {};
  std::vector<std::string> parents = {};
  int64_t time = 0;                ///< When it was committed, in seconds since 1970, UTC.
  std::string message = {};        ///< The whole of it.
  std::vector<bool> touches = {};  ///< For each path: whether it differs from every parent.
};

/// Reads of one repository: no process a read where libgit2 can open it, else the user's git.
class GitRepository {
 public:
  virtual ~GitRepository() = default;

  virtual const std::string& work_tree() const = 0;
  virtual const std::string& git_directory() const = 0;
  /// None where there is no commit yet.
  virtual std::optional<std::string> head_commit() const = 0;
  /// None where HEAD is detached.
  virtual std::optional<std::string> head_branch() const = 0;
  /// The commit that a revision names.
  virtual Result<std::string> resolve(const std::string& revision) const = 0;
  virtual Result<std::vector<GitTag>> tags() const = 0;
  /// The content of a file at a revision.
  virtual Result<std::string> read_blob(const std::string& revision,
                                        const std::string& path) const = 0;
  /// The content of an object by its id.
  virtual Result<std::string> read_object(const std::string& id) const = 0;
  /// Every file below a tree, a commit or what else leads to a tree; sorted by path.
  virtual Result<std::vector<GitTreeEntry>> list_tree(const std::string& revision) const = 0;
  virtual Result<bool> is_ancestor(const std::string& ancestor,
                                   const std::string& descendant) const = 0;
  virtual bool is_shallow() const = 0;
  /// Every commit that HEAD leads to and that touches a path behind its `since`, children before
  /// their parents, in one walk for all paths.
  virtual Status walk(const std::vector<GitPath>& paths,
                      const std::function<void(const GitCommit&)>& visit) const = 0;
};

struct GitRequest {
  std::string directory = {};
  std::vector<std::string> arguments = {};  ///< Behind `git`.
  std::map<std::string, std::string> environment = {};
  std::string input = {};
  bool may_prompt = false;     ///< Else GIT_TERMINAL_PROMPT=0 and ssh in batch mode.
  std::string lock_file = {};  ///< As ProcessRequest has it.
  std::chrono::milliseconds deadline{120'000};
};

struct GitOutcome {
  int exit_code = 0;
  std::string output = {};
  std::string errors = {};  ///< Credentials in URLs are masked.
};

class Git {
 public:
  virtual ~Git() = default;

  /// The repository that holds `directory`. An error (rule `git`) where there is none.
  virtual Result<std::unique_ptr<GitRepository>> open(const std::string& directory) = 0;

  /// Runs the user's git. An error only where git could not be started or ran out of time.
  virtual Result<GitOutcome> run(const GitRequest& request) = 0;
};

}  // namespace tizza
