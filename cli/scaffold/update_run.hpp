#pragma once
#include <optional>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "ports/file_system.hpp"
#include "ports/git.hpp"
#include "ports/interrupts.hpp"
#include "scaffold/update_plan.hpp"

namespace tizza::scaffold {

/// The ports that an update needs.
struct UpdatePorts {
  FileSystem& files;
  Git& git;
  Interrupts& interrupts;
};

/// Where an update goes: a branch at HEAD plus one commit. The working tree stays as it is.
struct UpdateTarget {
  std::string branch;
  std::string message;
  std::string worktree;  ///< Absolute; for the conflicts, where there are some.
};

/// An update whose conflicts are being settled in a worktree of their own.
struct OpenUpdate {
  UpdateTarget target;
  std::string head;                 ///< The commit that it starts from.
  std::vector<std::string> marked;  ///< Files with conflict markers, from the repository's root.
  bool is_begun = false;            ///< Its process was killed before the worktree stood.
};

/// The update that is open in a repository; none where there is none.
Result<std::optional<OpenUpdate>> find_open_update(const FileReader& files,
                                                   const std::string& git_folder);

/// Refuses what git would not take as the name of a branch.
Status check_branch_name(Git& git, const std::string& directory, const std::string& name);

/// Refuses a branch or a worktree that is there already.
Status check_target(const FileReader& files, const GitRepository& repository,
                    const UpdateTarget& target);

/// Makes the branch, with one commit. With conflicts the commit waits: a worktree of that branch
/// holds the files with diff3 markers and an index with git's three stages, and the update is open.
/// Killed at any point it has either made the branch or nothing that the next call does not undo.
Status run_update(const UpdatePorts& ports, const OpenProject& project, const UpdatePlan& plan,
                  const UpdateTarget& target);

/// Writes the new answers file into the project: for a plan that changes no other file, and so
/// needs neither branch nor merge. An error where the file has changes that are not committed.
Status record_update(const UpdatePorts& ports, const OpenProject& project, const UpdatePlan& plan);

/// Undoes what a killed run_update() began; true where there was something.
Result<bool> undo_begun(const UpdatePorts& ports, const std::string& git_folder);

/// Where a conflict is not settled yet.
struct Unsettled {
  std::string path;   ///< From the repository's root.
  uint32_t line = 0;  ///< Of a marker; 0 where git's index has more than one version.
};

/// What is still to be settled in the worktree. What has no marker any more counts as settled.
Result<std::vector<Unsettled>> find_unsettled(const UpdatePorts& ports,
                                              const std::string& git_folder,
                                              const OpenUpdate& update);

/// Commits the settled worktree to its branch and takes the worktree away.
Status resume_update(const UpdatePorts& ports, const std::string& git_folder,
                     const OpenUpdate& update);

/// Takes the worktree and the branch away.
Status abort_update(const UpdatePorts& ports, const std::string& git_folder,
                    const OpenUpdate& update);

}  // namespace tizza::scaffold
