#pragma once
#include <chrono>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "ports/git.hpp"

namespace tizza::release {

/// The refs of a remote, by full name; `refs/tags/X^{}` is the commit behind the annotated tag X.
using RemoteRefs = std::map<std::string, std::string>;

/// How a push of one ref ended.
struct PushOutcome {
  bool accepted = false;
  bool was_rejected = false;  ///< The server said no; else it could not be asked.
  std::string reason = {};    ///< Why not, in the words of the server or of git.
};

/// The questions that a release asks of one repository and its remote. Every call has a deadline,
/// and none can wait for an answer unless `may_prompt`.
class Repository {
 public:
  /// An error (rule `git`) where `directory` is in no repository.
  static Result<Repository> open(Git& git, std::string directory, bool may_prompt);

  const GitRepository& local() const { return *local_; }

  /// Paths of what differs from HEAD or is untracked, as `git status` has them.
  Result<std::vector<std::string>> uncommitted() const;

  /// The files below the folder that are in the index, by git's patterns (`*.yaml`); relative to
  /// the folder.
  Result<std::vector<std::string>> tracked(const std::vector<std::string>& patterns) const;

  /// `Ana <ana@tizza.com>`: who makes tags; none where git was not told.
  Result<std::optional<std::string>> identity() const;

  Result<std::vector<std::string>> remotes() const;

  /// Those of `refs` that the remote has.
  Result<RemoteRefs> ask_remote(const std::string& remote,
                                const std::vector<std::string>& refs) const;

  /// Gets the objects of a remote branch; no ref of this repository changes.
  Status fetch_objects(const std::string& remote, const std::string& branch) const;

  /// Makes an annotated tag (signed where git is set up so, or where `sign`); returns its object.
  Result<std::string> create_tag(const std::string& name, const std::string& commit,
                                 const std::string& message, bool sign = false) const;

  /// The object that a ref of this repository names; none where there is no such ref.
  Result<std::optional<std::string>> ref(const std::string& name) const;

  /// Removes the tag if it still is this object.
  Status remove_tag(const std::string& name, const std::string& object) const;

  /// Pushes these refs (`FROM:TO`, full names) and nothing else, all or nothing.
  Result<PushOutcome> push(const std::string& remote, std::vector<std::string> refs) const;

  /// Checks out a new branch at HEAD, or the branch where it is there already.
  Status start_branch(const std::string& name) const;
  /// Checks out a branch; a commit where `name` is no branch.
  Status check_out(const std::string& name) const;
  /// Deletes a local branch if it still is at this commit.
  Status remove_branch(const std::string& name, const std::string& commit) const;

  /// Commits these files and nothing else, as the user's git does it, hooks included. Paths are
  /// from the top of the work tree; files that are gone are removed.
  Status commit_files(const std::vector<std::string>& paths, const std::string& message,
                      bool sign) const;
  /// Moves the branch back to a commit and forgets what is staged of these files; the files
  /// themselves stay.
  Status uncommit(const std::string& commit, const std::vector<std::string>& paths) const;

  Result<std::vector<std::string>> parents(const std::string& commit) const;
  /// The commits whose only parent is `commit`, on the ways from it to `tips`.
  Result<std::vector<std::string>> children(const std::string& commit,
                                            const std::vector<std::string>& tips) const;
  /// The paths in which two commits differ.
  Result<std::vector<std::string>> changed_paths(const std::string& from,
                                                 const std::string& to) const;

  /// When the commit was made, in seconds since 1970.
  Result<int64_t> commit_time(const std::string& commit) const;

  /// Writes the files of a commit below `folder`, which exists; both paths are absolute. `index` is
  /// a file for git's own use. Nothing of the repository changes.
  Status export_commit(const std::string& commit, const std::string& folder,
                       const std::string& index) const;

 private:
  Repository(Git& git, std::string directory, bool may_prompt, std::unique_ptr<GitRepository> local)
      : git_(&git),
        directory_(std::move(directory)),
        may_prompt_(may_prompt),
        local_(std::move(local)) {}

  Result<GitOutcome> run(std::vector<std::string> arguments) const;
  /// The same for a call that changes something: it is known by lock_of_changes() while it lives.
  Result<GitOutcome> change(std::vector<std::string> arguments) const;
  Result<GitOutcome> change_in(const std::string& directory,
                               std::vector<std::string> arguments) const;
  /// From the top of the work tree, with paths taken as they are.
  Status change_paths(std::vector<std::string> arguments, const std::vector<std::string>& paths,
                      std::string_view failing_to) const;
  /// Like run(), and an exit code other than 0 is an error that says what could not be done.
  Result<std::string> run_or_fail(std::vector<std::string> arguments,
                                  std::string_view failing_to) const;
  Result<std::string> change_or_fail(std::vector<std::string> arguments,
                                     std::string_view failing_to) const;

  Git* git_;
  std::string directory_;
  bool may_prompt_;
  std::unique_ptr<GitRepository> local_;
};

/// The file that a git which changes a repository holds locked: a call of tizza can be killed, and
/// the `git push` that it waited for goes on.
std::string lock_of_changes(const GitRepository& repository);

/// What git printed; an exit code other than 0 is an error that says what could not be done.
Result<std::string> output_of(GitOutcome outcome, std::string_view failing_to);

/// The telling part of what git printed when it failed, as a clause without a period: what the
/// server said (`remote:`), else git's first error, else what ssh said.
std::string git_reason(std::string_view errors);

/// The commit that a remote's tag leads to; none where it has no such tag.
std::optional<std::string> tagged_commit(const RemoteRefs& refs, const std::string& tag);

/// Enough of a commit's name to know it by.
std::string short_commit(const std::string& commit);

}  // namespace tizza::release
