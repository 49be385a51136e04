#pragma once
#include <string>
#include <vector>

#include "base/result.hpp"
#include "ports/git.hpp"
#include "scaffold/file_classes.hpp"
#include "scaffold/git_trees.hpp"
#include "scaffold/tree_merge.hpp"

namespace tizza::scaffold {

/// The three sides of an update as trees of the repository, without the answers file.
struct MergeSides {
  std::string base;    ///< What the template had made.
  std::string ours;    ///< What the project is.
  std::string theirs;  ///< What the template makes now.
};

struct ProjectMerge {
  TreeEntries result;               ///< Conflicting texts with diff3 markers `yours`, `template`.
  std::vector<StagedEntry> stages;  ///< Of what is not settled.
  std::vector<MergeConflict> conflicts;
  std::vector<ClassedFile> files;
};

/// Merges what changed from base to theirs into ours, by merge_trees(). A file that the project
/// deleted stays deleted without a conflict; every line that the project added is in the result, or
/// in the stages of a conflict.
Result<ProjectMerge> merge_project(Git& git, const GitRepository& repository,
                                   const TreeWriter& writer, const MergeSides& sides);

}  // namespace tizza::scaffold
