#include "scaffold/update_plan.hpp"

#include <algorithm>

#include "base/paths.hpp"
#include "scaffold/answers_file.hpp"
#include "scaffold/project_merge.hpp"
#include "scaffold/template_base.hpp"
#include "text/file_glob.hpp"

namespace tizza::scaffold {
namespace {

TreeEntries below(const TreeEntries& entries, const std::string& prefix) {
  TreeEntries found;
  for (const GitTreeEntry& entry : entries) {
    if (!entry.path.starts_with(prefix)) continue;
    found.push_back({entry.path.substr(prefix.size()), entry.mode, entry.id});
  }
  return found;
}

/// Lives for one call of plan_update().
class Planner {
 public:
  Planner(Git& git, const OpenProject& project, const NewRendering& rendering,
          const TreeWriter& writer, const GitRepository& repository)
      : git_(git),
        project_(project),
        rendering_(rendering),
        writer_(writer),
        repository_(repository) {}

  Result<UpdatePlan> run() {
    plan_.head = project_.head;
    plan_.base_hash = tree_hash(rendering_.whole.project);
    plan_.notes = rendering_.whole.migration.notes;
    const TemplateFile answers =
        make_answers_file({rendering_.source, project_.recorded.destination, plan_.base_hash,
                           recorded_add_ons(rendering_.whole)},
                          rendering_.manifest, rendering_.whole.answers);
    if (answers.bytes == project_.answers_text) {
      plan_.is_nothing = true;
      return std::move(plan_);
    }
    TIZZA_TRY(const MergeSides sides, write_sides());
    TIZZA_TRY(ProjectMerge merge, merge_project(git_, repository_, writer_, sides));
    TIZZA_CHECK(put_together(answers, merge));
    plan_.files = std::move(merge.files);
    plan_.conflicts = std::move(merge.conflicts);
    plan_.answers = answers.bytes;
    return std::move(plan_);
  }

 private:
  Result<MergeSides> write_sides() {
    const Migration& migration = rendering_.whole.migration;
    TIZZA_TRY(plan_.base_tree, writer_.write(rendering_.whole.project));
    TIZZA_TRY(TreeEntries base, base_entries());
    base = moved(without(std::move(base), kAnswersFile), migration);
    const TreeEntries ours =
        moved(without(below(project_.files, project_.prefix), kAnswersFile), migration);
    MergeSides sides;
    sides.theirs = plan_.base_tree;
    if (const TreeEntries kept = kept_entries(ours); !kept.empty()) {
      TIZZA_TRY(TreeEntries theirs, repository_.list_tree(plan_.base_tree));
      put(kept, base);
      put(kept, theirs);
      TIZZA_TRY(sides.theirs, writer_.write(theirs));
    }
    TIZZA_TRY(sides.base, writer_.write(base));
    TIZZA_TRY(sides.ours, writer_.write(ours));
    return sides;
  }

  /// The project's files that `skip_if_exists` names: on all three sides they are what they are.
  TreeEntries kept_entries(const TreeEntries& ours) const {
    TreeEntries kept;
    for (const GitTreeEntry& entry : ours) {
      const auto& globs = rendering_.whole.kept_globs;
      const bool is_kept = std::any_of(globs.begin(), globs.end(), [&](const std::string& glob) {
        return glob_matches(glob, entry.path);
      });
      if (is_kept) kept.push_back(entry);
    }
    return kept;
  }

  static void put(const TreeEntries& entries, TreeEntries& tree) {
    std::erase_if(tree, [&](const GitTreeEntry& entry) { return find_entry(entries, entry.path); });
    tree.insert(tree.end(), entries.begin(), entries.end());
    sort_by_path(tree);
  }

  /// Kept here, or by the remote; else the template may still make what it made.
  Result<TreeEntries> base_entries() {
    TIZZA_TRY(auto kept, find_base(git_, repository_, project_.recorded.tree));
    if (kept) return *std::move(kept);
    const auto again = rendering_.again();
    if (again && tree_hash(*again) == project_.recorded.tree) {
      TIZZA_TRY(const std::string tree, writer_.write(*again));
      return repository_.list_tree(tree);
    }
    const std::string version = project_.recorded.version;
    return failure(
        "template",
        "what template `" + project_.recorded.source + "`" + (version.empty() ? "" : " ") +
            version + " had made is not in this repository, and the template makes something else",
        "get it from the clone that has it: git push origin '" + std::string(kTemplateRefs) + "*'");
  }

  /// From the repository's root.
  std::string answers_path() const { return project_.prefix + std::string(kAnswersFile); }

  Status put_together(const TemplateFile& answers, const ProjectMerge& merge) {
    TreeEntries all;
    for (const GitTreeEntry& entry : project_.files) {
      if (!entry.path.starts_with(project_.prefix)) all.push_back(entry);
    }
    for (const GitTreeEntry& entry : merge.result) {
      all.push_back({project_.prefix + entry.path, entry.mode, entry.id});
    }
    TIZZA_TRY(std::string blob, writer_.write_blob(answers.bytes));
    all.push_back({answers_path(), 0100644, std::move(blob)});
    sort_by_path(all);
    plan_.changes_no_file = merge.stages.empty() &&
                            without(all, answers_path()) == without(project_.files, answers_path());
    TIZZA_TRY(plan_.tree, writer_.write(all));
    for (StagedEntry staged : merge.stages) {
      staged.entry.path = project_.prefix + staged.entry.path;
      plan_.stages.push_back(std::move(staged));
    }
    return {};
  }

  Git& git_;
  const OpenProject& project_;
  const NewRendering& rendering_;
  const TreeWriter& writer_;
  const GitRepository& repository_;
  UpdatePlan plan_;
};

}  // namespace

Result<OpenProject> open_project(const FileReader& files, Git& git, const std::string& folder) {
  const auto missing = [&](const std::string& what) {
    return file_failure("project", folder, "`" + folder + "` " + what,
                        "name a project that `tizza new` made");
  };
  if (!files.is_directory(folder)) return missing("is no folder");
  TIZZA_TRY(const auto repository, git.open(folder));
  const auto head = repository->head_commit();
  if (!head) return failure("git", "`" + folder + "` has no commit yet", "commit it first");
  OpenProject project;
  project.folder = folder;
  project.work_tree = repository->work_tree();
  project.head = *head;
  TIZZA_TRY(project.git_folder, common_git_folder(files, *repository));
  TIZZA_TRY(const std::string here, files.real_path(folder));
  TIZZA_TRY(const std::string root, files.real_path(project.work_tree));
  if (here != root) project.prefix = relative_path(here, root) + "/";
  TIZZA_TRY(project.files, repository->list_tree(*head));
  const std::string path = project.prefix + std::string(kAnswersFile);
  const GitTreeEntry* answers = find_entry(project.files, path);
  if (!answers) return missing("has no `" + std::string(kAnswersFile) + "` in its last commit");
  TIZZA_TRY(project.answers_text, repository->read_object(answers->id));
  TIZZA_TRY(project.recorded, read_committed(files, folder, project.answers_text));
  if (project.recorded.destination.empty()) project.recorded.destination = file_name(here);
  return project;
}

Result<UpdatePlan> plan_update(FileSystem& files, Git& git, const OpenProject& project,
                               const NewRendering& rendering) {
  TIZZA_TRY(const auto repository, git.open(project.work_tree));
  TIZZA_TRY(const TreeWriter writer, TreeWriter::open(files, git, project.git_folder));
  return Planner(git, project, rendering, writer, *repository).run();
}

}  // namespace tizza::scaffold
