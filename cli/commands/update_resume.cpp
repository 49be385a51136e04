#include "base/paths.hpp"
#include "base/strings.hpp"
#include "commands/all.hpp"
#include "commands/open_update.hpp"
#include "commands/output.hpp"

namespace tizza::commands {
namespace {

std::string place_of(const scaffold::OpenUpdate& update, const scaffold::Unsettled& unsettled) {
  const std::string path = join_path(update.target.worktree, unsettled.path);
  if (unsettled.line != 0) return path + ":" + std::to_string(unsettled.line);
  return path + " (git add or git rm tells that it is settled)";
}

Result<Verdict> run(const Arguments& arguments, Context& context) {
  TIZZA_TRY(const RunningUpdate running, find_running_update(arguments, context));
  const scaffold::UpdatePorts ports{context.files, context.git, context.interrupts};
  TIZZA_TRY(const auto unsettled,
            scaffold::find_unsettled(ports, running.git_folder, running.update));
  if (!unsettled.empty()) {
    for (const auto& one : unsettled) {
      context.terminal.out("conflict: " + place_of(running.update, one) + "\n");
    }
    context.terminal.out(counted(unsettled.size(), "conflict is", "conflicts are") +
                         " not settled\nnext: tizza update resume" +
                         folder_argument(arguments.positional(0)) + "\n");
    return Verdict::kNegative;
  }
  if (arguments.has("dry-run")) {
    context.terminal.out("would commit " + running.update.target.worktree + " to branch " +
                         running.update.target.branch + "\n");
    return Verdict::kDone;
  }
  TIZZA_CHECK(scaffold::resume_update(ports, running.git_folder, running.update));
  const std::string& branch = running.update.target.branch;
  // What was named may have been the worktree, which is gone.
  const std::string named = arguments.positional(0);
  const std::string folder = context.files.is_directory(named) ? named : "";
  context.terminal.out("branch " + branch + " holds the update\n" + merge_hint(folder, branch));
  return Verdict::kDone;
}

}  // namespace

const CommandSpec& update_resume_command() {
  static const CommandSpec spec{
      .path = "update resume",
      .summary = "commit an update whose conflicts are settled",
      .description =
          "Looks through the worktree that `tizza update` left. Files without markers count as "
          "settled; where git puts none (a binary, a file that one side deleted), `git add` or "
          "`git rm` tells. Then the worktree is committed to its branch and taken away.",
      .examples = {{"tizza update resume", "after the conflicts are settled"}},
      .positionals = {{"DIR", "the project or the worktree; this folder where none is given",
                       PositionalArity::kOptional, Completer::kFolders}},
      .flags = {{.name = "dry-run", .summary = "show what is not settled yet, and commit nothing"}},
      .needs = Needs::kGit,
      .changes = Changes::kLocal,
      .run = run,
  };
  return spec;
}

}  // namespace tizza::commands
