#pragma once
#include <string>
#include <vector>

#include "base/result.hpp"
#include "ports/git.hpp"

namespace tizza::scaffold {

/// One file of the index of a merge that is not settled: `stage` 1 is the base, 2 ours, 3 theirs.
struct StagedEntry {
  GitTreeEntry entry;
  int stage = 0;
};

/// What git could not settle, in its own words.
struct MergeConflict {
  std::vector<std::string> paths;
  std::string kind;     ///< `content`, `modify/delete`, `add/add`, `rename/delete`, `binary` …
  std::string message;  ///< A sentence.
};

struct TreeMerge {
  std::string our_name;    ///< What stands for the two sides in markers, messages and the names of
  std::string their_name;  ///< files that could not keep theirs.
  std::string tree;        ///< With diff3 markers where texts conflict.
  std::vector<StagedEntry> stages;
  std::vector<MergeConflict> conflicts;
};

/// Merges what changed from `base` to `theirs` into `ours`, three trees of the repository around
/// `directory`, by git's own merge (renames of files and folders; no index, no working tree).
Result<TreeMerge> merge_trees(Git& git, const std::string& directory, const std::string& base,
                              const std::string& ours, const std::string& theirs);

/// A file that one side has under another name.
struct Rename {
  std::string from;
  std::string to;
};

/// The renames that git finds between two trees.
Result<std::vector<Rename>> find_renames(Git& git, const std::string& directory,
                                         const std::string& before, const std::string& after);

}  // namespace tizza::scaffold
