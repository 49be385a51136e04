#pragma once
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "ports/file_system.hpp"
#include "ports/git.hpp"
#include "scaffold/file_classes.hpp"
#include "scaffold/recorded.hpp"
#include "scaffold/whole.hpp"

namespace tizza::scaffold {

/// A project in a git repository, as HEAD has it.
struct OpenProject {
  std::string folder;      ///< As it was named.
  std::string work_tree;   ///< Of the repository.
  std::string git_folder;  ///< That all its worktrees share.
  std::string prefix;  ///< The project's folder in the repository, with `/` at its end; or empty.
  std::string head;    ///< The commit.
  TreeEntries files;   ///< Of the whole repository.
  std::string answers_text;
  Recorded recorded;
};

/// Opens the project in `folder`. Errors: no repository, no commit, no answers file in HEAD.
Result<OpenProject> open_project(const FileReader& files, Git& git, const std::string& folder);

/// The template that a project shall have, with what was answered.
struct NewRendering {
  const Manifest& manifest;
  std::string source;
  Whole whole;
  /// Renders what was recorded once more, for a base that is nowhere kept; nothing where that
  /// cannot be done.
  std::function<std::optional<Project>()> again;
};

/// An update worked out to the last byte: nothing is written but objects that nobody sees.
struct UpdatePlan {
  bool is_nothing = false;  ///< The project is what the template makes.
  std::string head;
  std::string tree;       ///< Of the whole repository.
  std::string base_tree;  ///< What the next update starts from, to be kept under `base_hash`.
  std::string base_hash;
  std::string answers;           ///< The new text of the answers file.
  bool changes_no_file = false;  ///< But that one.
  std::vector<ClassedFile> files;
  std::vector<MergeConflict> conflicts;
  std::vector<StagedEntry> stages;  ///< Paths from the repository's root.
  std::vector<std::string> notes;
};

/// Merges what the template changed into the project. An error (rule `template`) where what the
/// template had made is nowhere to be found.
Result<UpdatePlan> plan_update(FileSystem& files, Git& git, const OpenProject& project,
                               const NewRendering& rendering);

}  // namespace tizza::scaffold
