#include "scaffold/project_merge.hpp"

#include <algorithm>

#include "base/strings.hpp"

namespace tizza::scaffold {
namespace {

constexpr const char* kOurLabel = "yours";
constexpr const char* kTheirLabel = "template";

/// Lives for one call of merge_project().
class Merger {
 public:
  Merger(Git& git, const GitRepository& repository, const TreeWriter& writer,
         const MergeSides& sides)
      : git_(git), repository_(repository), writer_(writer), sides_(sides) {}

  Result<ProjectMerge> run() {
    TIZZA_CHECK(merge());
    settle_deletions();
    TIZZA_CHECK(label());
    ProjectMerge done;
    done.files = classify(trees_);
    done.result = std::move(trees_.result);
    done.stages = std::move(merge_.stages);
    done.conflicts = std::move(trees_.conflicts);
    return done;
  }

 private:
  Status merge() {
    const std::string& folder = repository_.git_directory();
    TIZZA_TRY(merge_, merge_trees(git_, folder, sides_.base, sides_.ours, sides_.theirs));
    TIZZA_TRY(trees_.base, repository_.list_tree(sides_.base));
    TIZZA_TRY(trees_.ours, repository_.list_tree(sides_.ours));
    TIZZA_TRY(trees_.theirs, repository_.list_tree(sides_.theirs));
    TIZZA_TRY(trees_.result, repository_.list_tree(merge_.tree));
    TIZZA_TRY(trees_.their_renames, find_renames(git_, folder, sides_.base, sides_.theirs));
    TIZZA_TRY(trees_.our_renames, find_renames(git_, folder, sides_.base, sides_.ours));
    trees_.conflicts = merge_.conflicts;
    return {};
  }

  bool has_our_stage(const MergeConflict& conflict) const {
    return std::any_of(merge_.stages.begin(), merge_.stages.end(), [&](const StagedEntry& staged) {
      return staged.stage == 2 && std::find(conflict.paths.begin(), conflict.paths.end(),
                                            staged.entry.path) != conflict.paths.end();
    });
  }

  /// A file that the project deleted stays deleted, whatever the template does to it since: there
  /// is no work of anybody in it that could be lost.
  void settle_deletions() {
    std::erase_if(trees_.conflicts, [this](const MergeConflict& conflict) {
      const bool is_deletion = conflict.kind == "modify/delete" || conflict.kind == "rename/delete";
      if (!is_deletion || has_our_stage(conflict)) return false;
      for (const std::string& path : conflict.paths) {
        trees_.result = without(std::move(trees_.result), path);
        std::erase_if(merge_.stages,
                      [&](const StagedEntry& staged) { return staged.entry.path == path; });
      }
      return true;
    });
  }

  std::string labelled(const std::string& text) const {
    return replace_all(replace_all(text, merge_.our_name, kOurLabel), merge_.their_name,
                       kTheirLabel);
  }

  /// git names the sides by the commits that were made for it; people see words.
  Status label() {
    for (MergeConflict& conflict : trees_.conflicts) conflict.message = labelled(conflict.message);
    for (GitTreeEntry& entry : trees_.result) {
      entry.path = labelled(entry.path);
      const bool is_new = entry.mode != 0160000 && !is_known(entry);
      if (!is_new) continue;
      TIZZA_TRY(const std::string text, repository_.read_object(entry.id));
      const std::string shown =
          replace_all(replace_all(text, "<<<<<<< " + merge_.our_name, "<<<<<<< yours"),
                      ">>>>>>> " + merge_.their_name, ">>>>>>> template");
      if (shown == text) continue;
      TIZZA_TRY(entry.id, writer_.write_blob(shown));
    }
    sort_by_path(trees_.result);
    return {};
  }

  /// Whether one of the sides has just this content there: then the merge wrote nothing into it.
  bool is_known(const GitTreeEntry& entry) const {
    for (const auto* tree : {&trees_.ours, &trees_.theirs}) {
      const auto* same = find_entry(*tree, entry.path);
      if (same && same->id == entry.id) return true;
    }
    return false;
  }

  Git& git_;
  const GitRepository& repository_;
  const TreeWriter& writer_;
  const MergeSides& sides_;
  UpdateTrees trees_;
  TreeMerge merge_;
};

}  // namespace

Result<ProjectMerge> merge_project(Git& git, const GitRepository& repository,
                                   const TreeWriter& writer, const MergeSides& sides) {
  return Merger(git, repository, writer, sides).run();
}

}  // namespace tizza::scaffold
