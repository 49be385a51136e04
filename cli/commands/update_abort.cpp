#include "commands/all.hpp"
#include "commands/open_update.hpp"

namespace tizza::commands {
namespace {

Result<Verdict> run(const Arguments& arguments, Context& context) {
  TIZZA_TRY(const RunningUpdate running, find_running_update(arguments, context));
  const auto& target = running.update.target;
  if (arguments.has("dry-run")) {
    context.terminal.out("would delete " + target.worktree + " and branch " + target.branch + "\n");
    return Verdict::kDone;
  }
  TIZZA_CHECK(scaffold::abort_update({context.files, context.git, context.interrupts},
                                     running.git_folder, running.update));
  context.terminal.out("deleted " + target.worktree + " and branch " + target.branch +
                       ": the project is as it was\n");
  return Verdict::kDone;
}

}  // namespace

const CommandSpec& update_abort_command() {
  static const CommandSpec spec{
      .path = "update abort",
      .summary = "drop an update that has conflicts",
      .description =
          "Takes the worktree away that `tizza update` left, with all that was settled in it, and "
          "deletes its branch. The project itself was never touched.",
      .examples = {{"tizza update abort", "drop the open update"}},
      .positionals = {{"DIR", "the project or the worktree; this folder where none is given",
                       PositionalArity::kOptional, Completer::kFolders}},
      .flags = {{.name = "dry-run", .summary = "show what would be deleted, and delete nothing"}},
      .needs = Needs::kGit,
      .changes = Changes::kLocal,
      .run = run,
  };
  return spec;
}

}  // namespace tizza::commands
