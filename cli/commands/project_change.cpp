#include "commands/project_change.hpp"

#include "base/paths.hpp"
#include "base/strings.hpp"
#include "commands/ask.hpp"
#include "commands/open_update.hpp"
#include "commands/optional_registry.hpp"
#include "commands/output.hpp"
#include "commands/template_argument.hpp"
#include "commands/template_questions.hpp"
#include "commands/update_view.hpp"
#include "scaffold/answers_file.hpp"
#include "scaffold/remote_source.hpp"
#include "scaffold/update_run.hpp"

namespace tizza::commands {
namespace {

/// Everything about one update before the first ref is written.
struct Prepared {
  scaffold::OpenProject project;
  scaffold::Manifest manifest;
  scaffold::UpdatePlan plan;
  scaffold::UpdateTarget target;
  /// Nothing is to be merged: the answers file alone is written, in the working tree.
  bool is_record_only = false;

  std::string answers_path() const { return join_path(project.folder, scaffold::kAnswersFile); }
};

std::string title(const scaffold::Manifest& manifest, const std::string& version) {
  return manifest.name + (version.empty() ? "" : " " + version);
}

Status refuse_open_update(const Context& context, const scaffold::OpenProject& project) {
  const std::string folder = folder_argument(project.folder);
  TIZZA_TRY(const auto open, scaffold::find_open_update(context.files, project.git_folder));
  if (!open || open->is_begun) return {};
  return file_failure("update", open->target.worktree,
                      "an update is open: its conflicts are in `" + open->target.worktree + "`",
                      "settle them and run `tizza update resume" + folder +
                          "`, or drop it: tizza update abort" + folder);
}

/// A text as git takes it for the last part of a branch's name.
std::string as_branch_part(const std::string& text) {
  std::string part;
  for (const char c : text) {
    const bool is_plain = std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_' ||
                          c == '+' || static_cast<unsigned char>(c) >= 0x80;
    const bool is_dot = c == '.' && !part.ends_with('.') && !part.ends_with('-');
    part += is_plain || is_dot ? c : '-';
  }
  if (part.ends_with('.')) part.back() = '-';
  return part.ends_with(".lock") ? part + "-" : part;
}

scaffold::UpdateTarget target_of(const ProjectChange& change, const Prepared& prepared) {
  const scaffold::OpenProject& project = prepared.project;
  const std::string& version = prepared.manifest.version;
  scaffold::UpdateTarget target;
  target.branch = change.branch;
  if (target.branch.empty()) {
    const std::string name = project.prefix.empty() ? "" : project.recorded.destination + "-";
    const std::string to = version.empty() ? prepared.plan.base_hash.substr(0, 8) : version;
    target.branch =
        "tizza/" + as_branch_part(change.add_on.empty() ? "update-" + name + to
                                                        : "add-" + name + change.add_on);
  }
  target.message =
      change.add_on.empty()
          ? "Update " + project.recorded.destination + " to " + title(prepared.manifest, version)
          : "Add " + change.add_on + " to " + project.recorded.destination;
  target.worktree = project.work_tree + "-" + replace_all(file_name(target.branch), "/", "-");
  return target;
}

/// What was recorded, rendered once more: by the template as it is now, where only answers are to
/// change, else as it was at the recorded commit.
std::optional<scaffold::Project> render_again(const ProjectChange& change,
                                              const scaffold::TemplateTree& tree,
                                              const scaffold::Recorded& recorded,
                                              const registry::Registry* registry,
                                              Context& context) {
  auto project = scaffold::render_recorded(tree, recorded, registry);
  if (project && scaffold::tree_hash(*project) == recorded.tree) return project;
  const auto earlier =
      template_as_recorded(recorded, change.folder, registry, change.is_offline, context);
  return earlier ? scaffold::render_recorded(*earlier, recorded, registry) : std::nullopt;
}

Status check_version(const ProjectChange& change, const scaffold::TemplateTree& tree,
                     const scaffold::Manifest& manifest) {
  const bool is_it = change.version.empty() || scaffold::is_remote(tree.source) ||
                     manifest.version == change.version;
  if (is_it) return {};
  return failure("template",
                 "template `" + tree.source + "` is version `" + manifest.version + "`, not `" +
                     change.version + "`",
                 "older versions are found where the template is a git repository with tags");
}

/// The template that the project shall have: the newest or the wanted version, or for an add-on the
/// one that it has.
Result<scaffold::TemplateTree> find_tree(const ProjectChange& change,
                                         const scaffold::Recorded& recorded,
                                         const registry::Registry* registry, Context& context) {
  if (!change.add_on.empty()) {
    TIZZA_TRY(auto tree,
              template_as_recorded(recorded, change.folder, registry, change.is_offline, context));
    const auto project = scaffold::render_recorded(tree, recorded, registry);
    if (project && scaffold::tree_hash(*project) == recorded.tree) return tree;
    return failure("template",
                   "template `" + recorded.source + "` has moved on since the project was made",
                   "run `tizza update " + shell_quote(change.folder) + "` first");
  }
  const std::string source = wanted_source(recorded.source, change.version);
  return recorded_template(source, change.folder, registry, change.is_offline, context);
}

Result<Prepared> prepare(const ProjectChange& change, Context& context) {
  Prepared prepared;
  TIZZA_TRY(prepared.project, scaffold::open_project(context.files, context.git, change.folder));
  if (!change.branch.empty()) {
    TIZZA_CHECK(
        scaffold::check_branch_name(context.git, prepared.project.work_tree, change.branch));
  }
  TIZZA_CHECK(refuse_open_update(context, prepared.project));
  TIZZA_TRY(const auto registry, open_registry_if_any(context));
  const registry::Registry* known = registry ? &*registry : nullptr;
  const scaffold::Recorded& recorded = prepared.project.recorded;
  if (!change.add_on.empty() && recorded.add_ons[change.add_on]) {
    prepared.plan.is_nothing = true;
    prepared.manifest.name = recorded.source;
    prepared.manifest.version = recorded.version;
    return prepared;
  }
  TIZZA_TRY(const auto tree, find_tree(change, recorded, known, context));
  if (tree.is_cookiecutter) {
    return failure("template",
                   "template `" + recorded.source + "` is one of cookiecutter, without versions",
                   "give it a tizza-template.yaml to update its projects");
  }
  TIZZA_TRY(prepared.manifest, scaffold::read_manifest(tree));
  TIZZA_CHECK(check_version(change, tree, prepared.manifest));
  TIZZA_TRY(const auto sources, read_whole_sources({.data = change.data,
                                                    .take_defaults = change.take_defaults,
                                                    .registry = known,
                                                    .add_on = change.add_on},
                                                   context));
  TIZZA_TRY(auto whole, scaffold::render_whole(tree, prepared.manifest, recorded, sources));
  const auto again = [&] { return render_again(change, tree, recorded, known, context); };
  const std::string source =
      change.add_on.empty() ? wanted_source(recorded.source, change.version) : recorded.source;
  TIZZA_TRY(prepared.plan,
            scaffold::plan_update(context.files, context.git, prepared.project,
                                  {prepared.manifest, source, std::move(whole), again}));
  prepared.target = target_of(change, prepared);
  prepared.is_record_only = prepared.plan.changes_no_file && change.branch.empty();
  if (!change.is_dry_run && !prepared.plan.is_nothing && !prepared.is_record_only) {
    TIZZA_CHECK(scaffold::undo_begun({context.files, context.git, context.interrupts},
                                     prepared.project.git_folder));
    TIZZA_TRY(const auto repository, context.git.open(prepared.project.work_tree));
    TIZZA_CHECK(scaffold::check_target(context.files, *repository, prepared.target));
  }
  return prepared;
}

Status ask_to_go_on(const ProjectChange& change, const Prepared& prepared, Context& context) {
  if (change.is_agreed || !context.presentation.may_ask) return {};
  const std::string place =
      prepared.is_record_only ? prepared.answers_path() : "branch " + prepared.target.branch;
  TIZZA_TRY(const Answer answer, ask({.prompt = "Write it to " + place + "?",
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

std::string planned_text(const Prepared& prepared) {
  const std::string text = notes_text(prepared.plan);
  if (!prepared.is_record_only) return text;
  return text + "no other file changes: would write " + prepared.answers_path() + "\n";
}

std::string done_text(const ProjectChange& change, const Prepared& prepared) {
  const scaffold::UpdateTarget& target = prepared.target;
  std::string text = notes_text(prepared.plan);
  if (prepared.is_record_only) {
    const std::string path = prepared.answers_path();
    return text + "no other file changes: wrote " + path +
           "\nnext: commit it, for updates start from the last commit: git add " +
           shell_quote(path) + "\n";
  }
  if (prepared.plan.conflicts.empty()) {
    return text + "branch " + target.branch + " holds the update\n" +
           merge_hint(change.folder, target.branch);
  }
  const auto counts = scaffold::count_classes(prepared.plan.files);
  return text +
         counted(counts.at(static_cast<size_t>(scaffold::FileClass::kConflict)),
                 "file with conflicts", "files with conflicts") +
         " to settle in " + target.worktree + "\nnext: tizza update resume" +
         folder_argument(change.folder) + "\n";
}

/// What is said where there is nothing to do.
std::string nothing_text(const ProjectChange& change, const UpdateView& view) {
  if (!change.add_on.empty()) return "already there: " + view.name + " has " + change.add_on + "\n";
  return "up to date: " + view.name + " is " + view.to + "\n";
}

}  // namespace

ProjectChange read_change(const Arguments& arguments, size_t folder_index) {
  ProjectChange change;
  change.folder = arguments.positional(folder_index);
  if (change.folder.empty()) change.folder = ".";
  change.branch = arguments.get("branch");
  change.is_offline = arguments.has("offline");
  change.data = arguments.all("data");
  change.take_defaults = arguments.has("defaults");
  change.is_dry_run = arguments.has("dry-run");
  change.is_agreed = arguments.has("yes");
  change.is_json = wants_json(arguments);
  return change;
}

std::vector<FlagSpec> change_flags(std::string_view branch_summary) {
  return {{.name = "branch",
           .arity = FlagArity::kOne,
           .value_name = "<name>",
           .summary = branch_summary},
          {.name = "data",
           .letter = 'd',
           .arity = FlagArity::kMany,
           .value_name = "<key=value>",
           .summary = "answer a question anew"},
          {.name = "defaults", .summary = "take the default of every new question"},
          {.name = "dry-run", .summary = "show every file with its class, and write nothing"},
          offline_flag(),
          {.name = "yes", .letter = 'y', .summary = "write it without asking"},
          list_format_flag()};
}

Result<Verdict> change_project(const ProjectChange& change, Context& context) {
  const scaffold::UpdatePorts ports{context.files, context.git, context.interrupts};
  TIZZA_TRY(const Prepared prepared, prepare(change, context));
  const auto& recorded = prepared.project.recorded;
  const std::string added = change.add_on.empty() ? "" : " + " + change.add_on;
  const UpdateView view{recorded.destination, title(prepared.manifest, recorded.version),
                        title(prepared.manifest, prepared.manifest.version) + added, prepared.plan,
                        prepared.is_record_only ? scaffold::UpdateTarget() : prepared.target};
  if (prepared.plan.is_nothing) {
    context.terminal.out(change.is_json
                             ? update_json(view, added.empty() ? "up to date" : "already there")
                             : nothing_text(change, view));
    return Verdict::kDone;
  }
  if (!change.is_json) context.terminal.out(update_plan_text(view, context));
  if (change.is_dry_run) {
    context.terminal.out(change.is_json ? update_json(view, "planned") : planned_text(prepared));
    return Verdict::kDone;
  }
  TIZZA_CHECK(ask_to_go_on(change, prepared, context));
  TIZZA_CHECK(prepared.is_record_only
                  ? scaffold::record_update(ports, prepared.project, prepared.plan)
                  : scaffold::run_update(ports, prepared.project, prepared.plan, prepared.target));
  const bool is_clean = prepared.plan.conflicts.empty();
  const std::string_view written = added.empty() ? "updated" : "added";
  const std::string_view done = prepared.is_record_only ? "recorded" : written;
  context.terminal.out(change.is_json ? update_json(view, is_clean ? done : "conflicts")
                                      : done_text(change, prepared));
  return is_clean ? Verdict::kDone : Verdict::kNegative;
}

}  // namespace tizza::commands
