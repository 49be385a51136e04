#include "scaffold/update_run.hpp"

#include <fmt/core.h>

#include <algorithm>

#include "base/paths.hpp"
#include "base/strings.hpp"
#include "scaffold/answers_file.hpp"
#include "scaffold/git_commands.hpp"
#include "scaffold/template_base.hpp"
#include "text/reader.hpp"
#include "text/writer.hpp"

namespace tizza::scaffold {
namespace {

/// What stands for no object where `id` is the name of one: SHA-256 has longer ones than SHA-1.
std::string no_object(const std::string& id) {
  return std::string(id.size(), '0');
}

std::string state_path(const std::string& git_folder) {
  return join_path(git_folder, "tizza/update.json");
}

Status write_state(FileSystem& files, const std::string& git_folder, const OpenUpdate& update) {
  Value state;
  state.set("branch", update.target.branch);
  state.set("message", update.target.message);
  state.set("worktree", update.target.worktree);
  state.set("head", update.head);
  Value::List paths;
  for (const std::string& path : update.marked) paths.emplace_back(path);
  state.set("marked", std::move(paths));
  state.set("begun", update.is_begun);
  return files.write_file(state_path(git_folder), write_json(state) + "\n");
}

GitRequest in(const std::string& directory, std::vector<std::string> arguments) {
  GitRequest request;
  request.directory = directory;
  request.arguments = std::move(arguments);
  return request;
}

std::string branch_ref(const UpdateTarget& target) {
  return "refs/heads/" + target.branch;
}

/// The commit as the user's git makes it, signed where it is set up so.
Result<std::string> commit_tree(const UpdatePorts& ports, const OpenProject& project,
                                const UpdatePlan& plan, const UpdateTarget& target) {
  TIZZA_TRY(const GitOutcome signing,
            ports.git.run(in(project.work_tree, {"config", "--type=bool", "commit.gpgSign"})));
  std::vector<std::string> commit = {"commit-tree", plan.tree, "-p",
                                     plan.head,     "-m",      target.message};
  if (trim(signing.output) == "true") commit.emplace_back("-S");
  return git_word(ports.git, in(project.work_tree, std::move(commit)));
}

/// What `git update-index --index-info` reads: each path out, then its three versions in.
std::string stage_lines(const std::vector<StagedEntry>& stages) {
  std::string lines;
  for (const StagedEntry& staged : stages) {
    lines += fmt::format("0 {}\t{}", no_object(staged.entry.id), staged.entry.path) + '\0';
  }
  for (const StagedEntry& staged : stages) {
    lines += fmt::format("{:o} {} {}\t{}", staged.entry.mode, staged.entry.id, staged.stage,
                         staged.entry.path) +
             '\0';
  }
  return lines;
}

Status open_worktree(const UpdatePorts& ports, const OpenProject& project, const UpdatePlan& plan,
                     const UpdateTarget& target) {
  TIZZA_CHECK(git_output(ports.git,
                         in(project.work_tree, {"worktree", "add", "--quiet", "--no-checkout", "-b",
                                                target.branch, target.worktree, plan.head})));
  TIZZA_CHECK(git_output(ports.git, in(target.worktree, {"read-tree", plan.tree})));
  TIZZA_CHECK(git_output(ports.git, in(target.worktree, {"checkout-index", "--all", "--force"})));
  GitRequest stages = in(target.worktree, {"update-index", "-z", "--index-info"});
  stages.input = stage_lines(plan.stages);
  if (!plan.stages.empty()) TIZZA_CHECK(git_output(ports.git, stages));
  return {};
}

/// Whether the branch has the update's commit: a call may have been killed behind it.
Result<bool> is_committed(Git& git, const std::string& git_folder, const OpenUpdate& update) {
  TIZZA_TRY(const std::string commit,
            git_word(git, in(git_folder, {"rev-parse", branch_ref(update.target)})));
  return commit != update.head;
}

bool is_marker(std::string_view line) {
  return line.starts_with("<<<<<<< ") || line.starts_with(">>>>>>> ") ||
         line.starts_with("||||||| ");
}

uint32_t marker_line(std::string_view text) {
  uint32_t number = 0;
  for (const std::string_view line : split_lines(text)) {
    ++number;
    if (is_marker(line)) return number;
  }
  return 0;
}

/// The files of the merge in which git put markers.
Result<std::vector<std::string>> marked_files(const GitRepository& repository,
                                              const UpdatePlan& plan) {
  TIZZA_TRY(const TreeEntries entries, repository.list_tree(plan.tree));
  std::vector<std::string> marked;
  for (const StagedEntry& staged : plan.stages) {
    const std::string& path = staged.entry.path;
    const GitTreeEntry* entry = find_entry(entries, path);
    if (!entry || entry->mode == 0160000 || (!marked.empty() && marked.back() == path)) continue;
    TIZZA_TRY(const std::string text, repository.read_object(entry->id));
    if (marker_line(text) != 0) marked.push_back(path);
  }
  return marked;
}

/// Takes worktree, branch and record away, in the order in which a killed call can be done again.
Status take_away(const UpdatePorts& ports, const std::string& git_folder,
                 const OpenUpdate& update) {
  TIZZA_CHECK(ports.files.remove_all(update.target.worktree));
  TIZZA_CHECK(git_output(ports.git, in(git_folder, {"worktree", "prune"})));
  TIZZA_CHECK(
      git_output(ports.git, in(git_folder, {"update-ref", "-d", branch_ref(update.target)})));
  return ports.files.remove_all(state_path(git_folder));
}

}  // namespace

Result<std::optional<OpenUpdate>> find_open_update(const FileReader& files,
                                                   const std::string& git_folder) {
  const std::string path = state_path(git_folder);
  if (!files.exists(path)) return std::optional<OpenUpdate>();
  TIZZA_TRY(const DocumentPtr document, read_document_file(files, path));
  const Node state = document->root();
  OpenUpdate update;
  update.target.branch = state["branch"].text();
  update.target.message = state["message"].text();
  update.target.worktree = state["worktree"].text();
  update.head = state["head"].text();
  for (const Node file : state["marked"].items()) update.marked.emplace_back(file.text());
  update.is_begun = state["begun"].text() == "true";
  return std::optional(std::move(update));
}

Status check_branch_name(Git& git, const std::string& directory, const std::string& name) {
  TIZZA_TRY(const GitOutcome outcome,
            git.run(in(directory, {"check-ref-format", "--branch", name})));
  // It would take `@{-1}` for the branch before this one.
  if (outcome.exit_code == 0 && trim(outcome.output) == name) return {};
  return failure("branch", "`" + name + "` cannot name a branch",
                 "give one such as `update-template`: git help check-ref-format tells the rules");
}

Status check_target(const FileReader& files, const GitRepository& repository,
                    const UpdateTarget& target) {
  if (repository.resolve(branch_ref(target))) {
    return failure("branch", "branch `" + target.branch + "` is there already",
                   "merge or delete it (git branch -D " + target.branch +
                       "), or give another by --branch NAME");
  }
  if (files.info(target.worktree, false)) {
    return file_failure("worktree", target.worktree,
                        "`" + target.worktree + "` is there already, and conflicts would go there",
                        "move it away, or give another branch by --branch NAME");
  }
  return {};
}

Status run_update(const UpdatePorts& ports, const OpenProject& project, const UpdatePlan& plan,
                  const UpdateTarget& target) {
  const InterruptHold hold(ports.interrupts);
  TIZZA_TRY(const auto lock, lock_updates(ports.files, project.git_folder));
  TIZZA_TRY(const auto repository, ports.git.open(project.work_tree));
  TIZZA_CHECK(check_target(ports.files, *repository, target));
  TIZZA_CHECK(keep_base(ports.git, project.work_tree, plan.base_hash, plan.base_tree));
  if (plan.conflicts.empty()) {
    TIZZA_TRY(const std::string commit, commit_tree(ports, project, plan, target));
    TIZZA_CHECK(git_output(ports.git, in(project.work_tree, {"update-ref", branch_ref(target),
                                                             commit, no_object(commit)})));
    return {};
  }
  TIZZA_TRY(auto marked, marked_files(*repository, plan));
  OpenUpdate update{target, plan.head, std::move(marked), true};
  TIZZA_CHECK(write_state(ports.files, project.git_folder, update));
  if (Status opened = open_worktree(ports, project, plan, target); !opened) {
    TIZZA_CHECK(take_away(ports, project.git_folder, update));
    return opened;
  }
  update.is_begun = false;
  return write_state(ports.files, project.git_folder, update);
}

Status record_update(const UpdatePorts& ports, const OpenProject& project, const UpdatePlan& plan) {
  const InterruptHold hold(ports.interrupts);
  TIZZA_TRY(const auto lock, lock_updates(ports.files, project.git_folder));
  const std::string path = join_path(project.folder, kAnswersFile);
  const auto there = ports.files.read_file(path);
  const std::string text = there ? replace_all(*there, "\r\n", "\n") : std::string();
  if (text != project.answers_text && text != plan.answers) {
    return file_failure("update", path, "`" + path + "` has changes that are not committed",
                        "commit or undo them first, or give a branch by --branch NAME");
  }
  TIZZA_CHECK(keep_base(ports.git, project.work_tree, plan.base_hash, plan.base_tree));
  return ports.files.write_file(path, plan.answers);
}

Result<bool> undo_begun(const UpdatePorts& ports, const std::string& git_folder) {
  TIZZA_TRY(const auto update, find_open_update(ports.files, git_folder));
  if (!update || !update->is_begun) return false;
  const InterruptHold hold(ports.interrupts);
  TIZZA_TRY(const auto lock, lock_updates(ports.files, git_folder));
  TIZZA_CHECK(take_away(ports, git_folder, *update));
  return true;
}

Result<std::vector<Unsettled>> find_unsettled(const UpdatePorts& ports,
                                              const std::string& git_folder,
                                              const OpenUpdate& update) {
  std::vector<Unsettled> found;
  TIZZA_TRY(const bool was_committed, is_committed(ports.git, git_folder, update));
  if (was_committed) return found;
  const std::string& worktree = update.target.worktree;
  if (!ports.files.is_directory(worktree)) {
    return file_failure("worktree", worktree, "worktree `" + worktree + "` is gone",
                        "run `tizza update abort`, then `tizza update`");
  }
  TIZZA_TRY(const std::string unmerged,
            git_output(ports.git, in(worktree, {"diff", "--name-only", "--no-relative",
                                                "--diff-filter=U", "-z"})));
  for (const std::string& path : update.marked) {
    const std::string at = join_path(worktree, path);
    const auto info = ports.files.info(at, false);
    if (!info || info->type != FileType::kRegular) continue;
    TIZZA_TRY(const std::string text, ports.files.read_file(at));
    if (const uint32_t line = marker_line(text)) found.push_back({path, line});
  }
  for (const std::string_view path : split(unmerged, '\0')) {
    // Markers that are gone say that somebody settled it; where there were none, only git knows.
    const bool had_markers =
        std::find(update.marked.begin(), update.marked.end(), path) != update.marked.end();
    if (!path.empty() && !had_markers) found.push_back({std::string(path), 0});
  }
  return found;
}

Status resume_update(const UpdatePorts& ports, const std::string& git_folder,
                     const OpenUpdate& update) {
  const InterruptHold hold(ports.interrupts);
  TIZZA_TRY(const auto lock, lock_updates(ports.files, git_folder));
  const std::string& worktree = update.target.worktree;
  TIZZA_TRY(const bool was_committed, is_committed(ports.git, git_folder, update));
  if (!was_committed) {
    TIZZA_CHECK(git_output(ports.git, in(worktree, {"add", "--update"})));
    TIZZA_CHECK(git_output(
        ports.git, in(worktree, {"commit", "--quiet", "--message", update.target.message})));
  }
  // Without --force: what somebody put there besides is not thrown away.
  if (ports.files.is_directory(worktree)) {
    TIZZA_CHECK(git_output(ports.git, in(git_folder, {"worktree", "remove", worktree})));
  }
  return ports.files.remove_all(state_path(git_folder));
}

Status abort_update(const UpdatePorts& ports, const std::string& git_folder,
                    const OpenUpdate& update) {
  const InterruptHold hold(ports.interrupts);
  TIZZA_TRY(const auto lock, lock_updates(ports.files, git_folder));
  return take_away(ports, git_folder, update);
}

}  // namespace tizza::scaffold
