#include "commands/all.hpp"
#include "commands/project_change.hpp"

namespace tizza::commands {
namespace {

Result<Verdict> run(const Arguments& arguments, Context& context) {
  ProjectChange change = read_change(arguments, 0);
  change.version = arguments.get("to");
  return change_project(change, context);
}

std::vector<FlagSpec> flags() {
  auto flags = change_flags("the new branch instead of tizza/update-VERSION");
  flags.push_back({.name = "to",
                   .arity = FlagArity::kOne,
                   .value_name = "<version>",
                   .summary = "take this version of the template instead of the newest"});
  return flags;
}

}  // namespace

const CommandSpec& update_command() {
  static const CommandSpec spec{
      .path = "update",
      .summary = "bring a project to the newest version of its template",
      .description =
          "Merges what the template changed since the project was made or last updated into what "
          "the project is now: by git's three-way merge of whole trees, which knows renamed files "
          "and folders. Every file is shown with its class first. Recorded answers are kept, new "
          "questions are asked.\n\n"
          "The result is one commit on a branch of its own; the working tree stays as it is. An "
          "update that changes no file needs no branch: it is recorded in the answers file. Where "
          "both sides changed the same lines, a worktree beside the repository holds the files "
          "with diff3 markers, and the exit code is 1: settle them there and run `tizza update "
          "resume`, or drop it all with `tizza update abort`.",
      .examples = {{"tizza update --dry-run", "list every file with what would become of it"},
                   {"tizza update culinary-service", "put the update on a branch"},
                   {"tizza update -d team=likes --branch likes-team", "with another answer"}},
      .positionals = {{"DIR", "the project; this folder where none is given",
                       PositionalArity::kOptional, Completer::kFolders}},
      .flags = flags(),
      .needs = Needs::kGit,
      .changes = Changes::kLocal,
      .run = run,
  };
  return spec;
}

}  // namespace tizza::commands
