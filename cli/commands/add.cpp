#include "commands/all.hpp"
#include "commands/project_change.hpp"

namespace tizza::commands {
namespace {

Result<Verdict> run(const Arguments& arguments, Context& context) {
  ProjectChange change = read_change(arguments, 1);
  change.add_on = arguments.positional(0);
  return change_project(change, context);
}

}  // namespace

const CommandSpec& add_command() {
  static const CommandSpec spec{
      .path = "add",
      .summary = "put an add-on of its template into a project",
      .description =
          "A template may bring small ones along that can be added to its projects later: `tizza "
          "template show TEMPLATE` lists them, and a template that `tizza template init` started "
          "has `changelog`. What the add-on makes, and what "
          "the template makes otherwise because of it, is merged into the project as by `tizza "
          "update`, and recorded, so that later updates and `tizza drift` take it along.\n\n"
          "The result is one commit on a branch of its own. Where that conflicts with the "
          "project's own work, settle it and run `tizza update resume`, or drop it with `tizza "
          "update abort`.",
      .examples = {{"tizza add changelog", "to the project in this folder"},
                   {"tizza add changelog culinary-service --dry-run", "show what would be merged"}},
      .positionals = {{"ADD-ON", "one of those of the project's template",
                       PositionalArity::kRequired, Completer::kAddOns},
                      {"DIR", "the project; this folder where none is given",
                       PositionalArity::kOptional, Completer::kFolders}},
      .flags = change_flags("the new branch instead of tizza/add-NAME"),
      .needs = Needs::kGit,
      .changes = Changes::kLocal,
      .run = run,
  };
  return spec;
}

}  // namespace tizza::commands
