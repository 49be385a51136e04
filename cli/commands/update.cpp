#include "base/paths.hpp"
#include "base/semver.hpp"
#include "base/strings.hpp"
#include "commands/all.hpp"
#include "commands/arguments.hpp"
#include "commands/ask.hpp"
#include "commands/context.hpp"
#include "commands/optional_registry.hpp"
#include "commands/output.hpp"
#include "commands/template_argument.hpp"
#include "commands/template_questions.hpp"
#include "commands/update_view.hpp"
#include "scaffold/remote_source.hpp"
#include "scaffold/update_run.hpp"

namespace tizza::commands {
namespace {

struct UpdateOptions {
  std::string folder;
  std::string branch;
  std::string version;  ///< Of the template; empty for the newest.
  bool is_offline = false;
  std::vector<std::string> data;
  bool take_defaults = false;
  bool is_dry_run = false;
  bool is_agreed = false;
  bool is_json = false;
};

UpdateOptions read_options(const Arguments& arguments) {
  UpdateOptions options;
  options.folder = arguments.positional(0).empty() ? "." : arguments.positional(0);
  options.branch = arguments.get("branch");
  options.version = arguments.get("to");
  options.is_offline = arguments.has("offline");
  options.data = arguments.all("data");
  options.take_defaults = arguments.has("defaults");
  options.is_dry_run = arguments.has("dry-run");
  options.is_agreed = arguments.has("yes");
  options.is_json = wants_json(arguments);
  return options;
}

/// Everything about one update before the first ref is written.
struct Prepared {
  scaffold::OpenProject project;
  scaffold::Manifest manifest;
  scaffold::UpdatePlan plan;
  scaffold::UpdateTarget target;
};

Status refuse_open_update(const Context& context, const scaffold::OpenProject& project) {
  TIZZA_TRY(const auto open, scaffold::find_open_update(context.files, project.git_folder));
  if (!open || open->is_begun) return {};
  return file_failure("update", open->target.worktree,
                      "an update is open: its conflicts are in `" + open->target.worktree + "`",
                      "settle them and run `tizza update resume`, or drop it: tizza update abort");
}

scaffold::UpdateTarget target_of(const UpdateOptions& options, const Prepared& prepared) {
  const scaffold::OpenProject& project = prepared.project;
  const std::string& version = prepared.manifest.version;
  scaffold::UpdateTarget target;
  target.branch = options.branch;
  if (target.branch.empty()) {
    const std::string name = project.prefix.empty() ? "" : project.recorded.destination + "-";
    target.branch =
        "tizza/update-" + name + (version.empty() ? prepared.plan.base_hash.substr(0, 8) : version);
  }
  target.message = "Update " + project.recorded.destination + " to " + prepared.manifest.name +
                   (version.empty() ? "" : " " + version);
  target.worktree = project.work_tree + "-" + replace_all(file_name(target.branch), "/", "-");
  return target;
}

/// What the project's own answers make of the template as it is today; nothing where new questions
/// have no default.
scaffold::Project render_again(const scaffold::TemplateTree& tree,
                               const scaffold::Manifest& manifest,
                               const scaffold::Recorded& recorded) {
  const auto answers = scaffold::renew_answers(manifest, recorded, {});
  if (!answers) return {};
  auto project = scaffold::render_project(tree, manifest, answers->context);
  return project ? *std::move(project) : scaffold::Project();
}

/// The source to take the template from: without the tag that was recorded, so that the newest
/// version is found, or with the one that is wanted. A branch stays what it is.
std::string wanted_source(const std::string& recorded, const std::string& version) {
  if (!scaffold::is_remote(recorded)) return recorded;
  const size_t mark = recorded.rfind('#');
  const std::string bare = recorded.substr(0, mark);
  if (!version.empty()) return bare + "#" + version;
  if (mark == std::string::npos) return recorded;
  std::string_view revision = std::string_view(recorded).substr(mark + 1);
  if (revision.starts_with('v')) revision.remove_prefix(1);
  return parse_semver(revision) ? bare : recorded;
}

Status check_version(const UpdateOptions& options, const scaffold::TemplateTree& tree,
                     const scaffold::Manifest& manifest) {
  const bool is_it = options.version.empty() || scaffold::is_remote(tree.source) ||
                     manifest.version == options.version;
  if (is_it) return {};
  return failure("template",
                 "template `" + tree.source + "` is version `" + manifest.version + "`, not `" +
                     options.version + "`",
                 "older versions are found where the template is a git repository with tags");
}

Result<Prepared> prepare(const UpdateOptions& options, Context& context) {
  Prepared prepared;
  TIZZA_TRY(prepared.project, scaffold::open_project(context.files, context.git, options.folder));
  TIZZA_CHECK(refuse_open_update(context, prepared.project));
  TIZZA_TRY(const auto registry, open_registry_if_any(context));
  const registry::Registry* known = registry ? &*registry : nullptr;
  const scaffold::Recorded& recorded = prepared.project.recorded;
  const std::string source = wanted_source(recorded.source, options.version);
  TIZZA_TRY(const auto tree,
            recorded_template(source, options.folder, known, options.is_offline, context));
  if (tree.is_cookiecutter) {
    return failure("template", "template `" + source + "` is one of cookiecutter, without versions",
                   "give it a tizza-template.yaml to update its projects");
  }
  TIZZA_TRY(prepared.manifest, scaffold::read_manifest(tree));
  TIZZA_CHECK(check_version(options, tree, prepared.manifest));
  const auto migration = scaffold::migrations_since(prepared.manifest, recorded.version);
  TIZZA_TRY(const auto answers,
            ask_new_questions(prepared.manifest, recorded, migration,
                              {options.data, "", options.take_defaults, "", known}, context));
  TIZZA_TRY(auto project, scaffold::render_project(tree, prepared.manifest, answers.context));
  TIZZA_TRY(prepared.plan, scaffold::plan_update(context.files, context.git, prepared.project,
                                                 {prepared.manifest, answers, std::move(project),
                                                  render_again(tree, prepared.manifest, recorded),
                                                  source, migration}));
  prepared.target = target_of(options, prepared);
  if (!options.is_dry_run && !prepared.plan.is_nothing) {
    TIZZA_CHECK(scaffold::undo_begun({context.files, context.git, context.interrupts},
                                     prepared.project.git_folder));
    TIZZA_TRY(const auto repository, context.git.open(prepared.project.work_tree));
    TIZZA_CHECK(scaffold::check_target(context.files, *repository, prepared.target));
  }
  return prepared;
}

Status ask_to_go_on(const UpdateOptions& options, const std::string& branch, Context& context) {
  if (options.is_agreed || !context.presentation.may_ask) return {};
  TIZZA_TRY(const Answer answer, ask({.prompt = "Write it to branch " + branch + "?",
                                      .kind = QuestionKind::kYesNo,
                                      .flag = "--yes",
                                      .default_value = "true"},
                                     context));
  if (answer.yes()) return {};
  return failure("update", "stopped before anything was written", {}, Verdict::kStopped);
}

std::string notes_text(const scaffold::UpdatePlan& plan) {
  std::string text;
  for (const std::string& note : plan.notes) text += "by hand: " + std::string(trim(note)) + "\n";
  return text;
}

std::string done_text(const Prepared& prepared) {
  const scaffold::UpdateTarget& target = prepared.target;
  std::string text = notes_text(prepared.plan);
  if (prepared.plan.conflicts.empty()) {
    return text + "branch " + target.branch + " holds the update\nnext: git merge " +
           target.branch + "\n";
  }
  const auto counts = scaffold::count_classes(prepared.plan.files);
  return text +
         counted(counts.at(static_cast<size_t>(scaffold::FileClass::kConflict)),
                 "file with conflicts", "files with conflicts") +
         " to settle in " + target.worktree + "\nnext: tizza update resume\n";
}

Result<Verdict> run(const Arguments& arguments, Context& context) {
  const UpdateOptions options = read_options(arguments);
  const scaffold::UpdatePorts ports{context.files, context.git, context.interrupts};
  TIZZA_TRY(const Prepared prepared, prepare(options, context));
  const auto& recorded = prepared.project.recorded;
  const auto title = [&](const std::string& version) {
    return prepared.manifest.name + (version.empty() ? "" : " " + version);
  };
  const UpdateView view{recorded.destination, title(recorded.version),
                        title(prepared.manifest.version), prepared.plan, prepared.target};
  if (prepared.plan.is_nothing) {
    context.terminal.out(options.is_json ? update_json(view, "up to date")
                                         : "up to date: " + view.name + " is " + view.to + "\n");
    return Verdict::kDone;
  }
  if (!options.is_json) context.terminal.out(update_plan_text(view, context));
  if (options.is_dry_run) {
    context.terminal.out(options.is_json ? update_json(view, "planned")
                                         : notes_text(prepared.plan));
    return Verdict::kDone;
  }
  TIZZA_CHECK(ask_to_go_on(options, prepared.target.branch, context));
  TIZZA_CHECK(scaffold::run_update(ports, prepared.project, prepared.plan, prepared.target));
  const bool is_clean = prepared.plan.conflicts.empty();
  context.terminal.out(options.is_json ? update_json(view, is_clean ? "updated" : "conflicts")
                                       : done_text(prepared));
  return is_clean ? Verdict::kDone : Verdict::kNegative;
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
          "The result is one commit on a branch of its own; the working tree stays as it is. Where "
          "both sides changed the same lines, a worktree beside the repository holds the files "
          "with diff3 markers, and the exit code is 1: settle them there and run `tizza update "
          "resume`, or drop it all with `tizza update abort`.",
      .examples = {{"tizza update --dry-run", "list every file with what would become of it"},
                   {"tizza update culinary-service", "put the update on a branch"},
                   {"tizza update -d team=likes --branch likes-team", "with another answer"}},
      .positionals = {{"DIR", "the project; this folder where none is given",
                       PositionalArity::kOptional, Completer::kFolders}},
      .flags = {{.name = "branch",
                 .arity = FlagArity::kOne,
                 .value_name = "<name>",
                 .summary = "the new branch instead of tizza/update-VERSION"},
                {.name = "data",
                 .letter = 'd',
                 .arity = FlagArity::kMany,
                 .value_name = "<key=value>",
                 .summary = "answer a question anew"},
                {.name = "defaults", .summary = "take the default of every new question"},
                {.name = "dry-run", .summary = "show every file with its class, and write nothing"},
                {.name = "to",
                 .arity = FlagArity::kOne,
                 .value_name = "<version>",
                 .summary = "take this version of the template instead of the newest"},
                offline_flag(),
                {.name = "yes", .letter = 'y', .summary = "write it without asking"},
                list_format_flag()},
      .needs = Needs::kGit,
      .changes = Changes::kLocal,
      .run = run,
  };
  return spec;
}

}  // namespace tizza::commands
