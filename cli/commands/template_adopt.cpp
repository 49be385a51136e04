#include "base/paths.hpp"
#include "base/strings.hpp"
#include "commands/all.hpp"
#include "commands/arguments.hpp"
#include "commands/ask.hpp"
#include "commands/optional_registry.hpp"
#include "commands/output.hpp"
#include "commands/template_argument.hpp"
#include "commands/template_questions.hpp"
#include "scaffold/adoption.hpp"
#include "scaffold/answer_reader.hpp"
#include "scaffold/answers_file.hpp"
#include "scaffold/git_commands.hpp"
#include "scaffold/remote_source.hpp"
#include "scaffold/template_base.hpp"
#include "text/writer.hpp"

namespace tizza::commands {
namespace {

// Less than this of what a template makes says nothing of where a project comes from.
constexpr double kNearEnough = 0.3;

/// The project that is to be linked.
struct Adopted {
  std::string folder;
  std::string name;
  std::unique_ptr<GitRepository> repository;
  std::string git_folder;
  std::string path;  ///< Of the answers file, from the top of the work tree.
};

/// The template version that comes nearest.
struct Nearest {
  std::string source;  ///< As it was named.
  scaffold::TemplateTree tree;
  scaffold::Fit fit;
};

Result<Adopted> open_adopted(const std::string& folder, Context& context) {
  Adopted adopted;
  adopted.folder = folder;
  TIZZA_TRY(adopted.repository, context.git.open(folder));
  if (!adopted.repository->head_commit()) {
    return failure("git", "`" + folder + "` has no commit yet", "commit it first");
  }
  TIZZA_TRY(const std::string here, context.files.real_path(folder));
  TIZZA_TRY(const std::string root, context.files.real_path(adopted.repository->work_tree()));
  TIZZA_TRY(adopted.git_folder, scaffold::common_git_folder(context.files, *adopted.repository));
  adopted.name = file_name(here);
  adopted.path = normal_path(join_path(relative_path(here, root), scaffold::kAnswersFile));
  return adopted;
}

Result<scaffold::CommittedFiles> committed_files(const Adopted& adopted) {
  const std::string below = parent_path(adopted.path);
  TIZZA_TRY(auto entries, adopted.repository->list_tree(below.empty() ? "HEAD" : "HEAD:" + below));
  return scaffold::CommittedFiles(*adopted.repository, std::move(entries));
}

/// The templates to compare with: the one that is named, else all that are at hand.
std::vector<std::string> candidates(const std::string& named, const registry::Registry* registry) {
  if (!named.empty()) return {named};
  auto names = scaffold::built_in_names();
  if (!registry) return names;
  for (auto& name : registry->names(registry::Kind::kTemplate)) names.push_back(std::move(name));
  return names;
}

/// The versions of a template, the newest first, as names that open_template() takes.
std::vector<std::string> versions_of(const scaffold::TemplateTree& newest, Context& context) {
  std::vector<std::string> names;
  for (const std::string& version : fetched_versions(newest.source, context)) {
    names.push_back(wanted_source(newest.source, version));
  }
  return names;
}

/// Lives for one call of find_nearest().
class Search {
 public:
  Search(const scaffold::CommittedFiles& files, const registry::Registry* registry,
         const Arguments& arguments, Context& context)
      : files_(files),
        registry_(registry),
        is_offline_(arguments.has("offline")),
        context_(context) {}

  Result<Nearest> run(const std::string& named, scaffold::FitSources sources) {
    for (const std::string& name : candidates(named, registry_)) {
      Status tried = look_at(name, sources);
      // One of many that cannot be read is passed over; the one that was named is not.
      if (!tried && !named.empty()) return std::move(tried).error();
    }
    if (!best_) {
      return failure("template", "there is no template to compare with",
                     "name one: tizza template adopt DIR TEMPLATE");
    }
    return *std::move(best_);
  }

 private:
  Status look_at(const std::string& name, const scaffold::FitSources& sources) {
    TIZZA_TRY(auto newest, open_template(name, registry_, is_offline_, context_));
    if (newest.is_cookiecutter) {
      return failure("template", "template `" + name + "` is one of cookiecutter",
                     "only templates with a tizza-template.yaml are updated");
    }
    const auto versions = versions_of(newest, context_);
    const std::string source = newest.source;
    TIZZA_CHECK(compare(source, std::move(newest), sources));
    for (const std::string& version : versions) {
      auto tree = open_template(version, registry_, true, context_);
      if (tree) (void)compare(source, *std::move(tree), sources);
    }
    return {};
  }

  Status compare(const std::string& source, scaffold::TemplateTree tree,
                 const scaffold::FitSources& sources) {
    TIZZA_TRY(auto fit, scaffold::fit_template(tree, files_, sources));
    // Of equals the newest, which came first, has the least to be updated.
    if (best_ && fit.near.share() <= best_->fit.near.share()) return {};
    best_ = Nearest{source, std::move(tree), std::move(fit)};
    return {};
  }

  const scaffold::CommittedFiles& files_;
  const registry::Registry* registry_;
  bool is_offline_;
  Context& context_;
  std::optional<Nearest> best_;
};

std::string title(const scaffold::Manifest& manifest) {
  return manifest.name + (manifest.version.empty() ? "" : " " + manifest.version);
}

std::string near_text(const Adopted& adopted, const Nearest& nearest) {
  const scaffold::Nearness& near = nearest.fit.near;
  return adopted.name + " is " + std::to_string(near.per_cent()) + " % " +
         title(nearest.fit.manifest) + ": of " + counted(near.files, "file") + " " +
         std::to_string(near.same) + " as made, " + std::to_string(near.changed) + " changed, " +
         std::to_string(near.files - near.same - near.changed) + " missing\n";
}

std::string answers_text(const scaffold::Fit& fit, const Context& context) {
  report::Table table({"ANSWER", "VALUE", "FROM"});
  const Value recorded = scaffold::recorded_answers(fit.answers);
  for (const auto& [id, value] : *recorded.as_mapping()) {
    const auto* text = value.as_string();
    const auto origin = fit.origins.find(id);
    table.add({id, text ? *text : write_json(value),
               origin == fit.origins.end() ? "not asked" : scaffold::to_string(origin->second)});
  }
  return table.empty() ? std::string() : table.render(table_options(context));
}

std::string json_text(const Adopted& adopted, const Nearest& nearest, std::string_view outcome) {
  const scaffold::Nearness& near = nearest.fit.near;
  Value root;
  root.set("schema_version", 1).set("outcome", outcome).set("project", adopted.name);
  root.set("template", nearest.source).set("version", nearest.fit.manifest.version);
  root.set("per_cent", near.per_cent()).set("files", near.files).set("same", near.same);
  root.set("changed", near.changed).set("missing", near.files - near.same - near.changed);
  root.set("answers", scaffold::recorded_answers(nearest.fit.answers));
  return write_json(root, 2) + "\n";
}

/// Keeps what the template makes as the base of the next update, then writes the answers file. A
/// call that was killed between leaves nothing that anybody sees.
Status write_link(const Adopted& adopted, const scaffold::Project& project, const std::string& hash,
                  const std::string& answers, Context& context) {
  const InterruptHold hold(context.interrupts);
  std::string tree;
  {
    TIZZA_TRY(const auto writer,
              scaffold::TreeWriter::open(context.files, context.git, adopted.git_folder));
    TIZZA_TRY(tree, writer.write(project));
  }
  TIZZA_CHECK(scaffold::keep_base(context.git, adopted.repository->work_tree(), hash, tree));
  return context.files.write_file(join_path(adopted.folder, scaffold::kAnswersFile), answers);
}

Status commit_link(const Adopted& adopted, const std::string& message, Context& context) {
  for (const std::vector<std::string>& arguments : {
           std::vector<std::string>{"add", "--", adopted.path},
           std::vector<std::string>{"commit", "--quiet", "--only", "--message", message, "--",
                                    adopted.path},
       }) {
    GitRequest request;
    request.directory = adopted.repository->work_tree();
    request.arguments = arguments;
    TIZZA_CHECK(scaffold::git_output(context.git, request));
  }
  return {};
}

/// Whether the folder is linked already, to just this; an error where it is to something else.
Result<bool> is_linked(const Adopted& adopted, const std::string& answers, const Context& context) {
  const std::string path = join_path(adopted.folder, scaffold::kAnswersFile);
  if (!context.files.exists(path)) return false;
  TIZZA_TRY(const std::string there, context.files.read_file(path));
  if (there == answers) return true;
  return file_failure(
      "project", path,
      "`" + adopted.folder + "` has a `" + std::string(scaffold::kAnswersFile) + "` already",
      "compare it by `tizza drift`; to link it anew, remove that file");
}

/// Everything that is settled before anything is written.
struct Link {
  bool is_committed = false;  ///< The last commit has the answers file as it is to be.
  Nearest nearest;
  std::string hash;
  std::string answers;
};

/// Where nearly nothing of a project is the template's, most often another one was meant: every
/// file of the template would be new to the next update, or a conflict.
Status ask_for_the_far(const Adopted& adopted, const Nearest& nearest, Context& context) {
  const std::string fact = "`" + adopted.folder + "` is only " +
                           std::to_string(nearest.fit.near.per_cent()) + " % " +
                           title(nearest.fit.manifest);
  if (!context.presentation.may_ask) {
    return failure("adopt", fact + ", so it may not come from it",
                   "look at it by --dry-run; to link it all the same, give --yes",
                   Verdict::kNeedsPerson);
  }
  TIZZA_TRY(const Answer answer, ask({.prompt = fact + ". Link it all the same?",
                                      .kind = QuestionKind::kYesNo,
                                      .flag = "--yes",
                                      .default_value = "false"},
                                     context));
  if (answer.yes()) return {};
  return failure("adopt", "stopped before anything was written", {}, Verdict::kStopped);
}

Result<Link> find_link(const Adopted& adopted, const Arguments& arguments, Context& context) {
  TIZZA_TRY(const auto registry, open_registry_if_any(context));
  const registry::Registry* known = registry ? &*registry : nullptr;
  TIZZA_TRY(const auto files, committed_files(adopted));
  scaffold::FitSources sources;
  TIZZA_TRY(sources.typed, read_data(arguments.all("data")));
  sources.registry = known;
  sources.destination = adopted.name;
  const std::string named = arguments.positional(1);
  Link link;
  TIZZA_TRY(link.nearest, Search(files, known, arguments, context).run(named, sources));
  Nearest& nearest = link.nearest;
  if (named.empty() && nearest.fit.near.share() < kNearEnough) {
    return failure("adopt",
                   "no template is near: the nearest, " + title(nearest.fit.manifest) + ", is " +
                       std::to_string(nearest.fit.near.per_cent()) + " % in it",
                   "name the template: tizza template adopt " + adopted.folder + " TEMPLATE",
                   Verdict::kNegative);
  }
  const bool is_far = nearest.fit.near.share() < kNearEnough;
  if (is_far && !arguments.has("dry-run") && !arguments.has("yes")) {
    TIZZA_CHECK(ask_for_the_far(adopted, nearest, context));
  }
  if (!nearest.fit.missing.empty()) {
    if (!context.presentation.may_ask) {
      return scaffold::missing_answers(nearest.fit.missing, false);
    }
    sources.asker = person_asker(context);
    TIZZA_TRY(nearest.fit, scaffold::fit_template(nearest.tree, files, sources));
  }
  link.hash = scaffold::tree_hash(nearest.fit.project);
  nearest.tree.source = nearest.source;
  link.answers =
      scaffold::make_answers_file(
          {source_to_record(nearest.tree, adopted.folder, known, context), adopted.name, link.hash},
          nearest.fit.manifest, nearest.fit.answers)
          .bytes;
  link.is_committed = files.text(std::string(scaffold::kAnswersFile)) == link.answers;
  return link;
}

Result<Verdict> run(const Arguments& arguments, Context& context) {
  const std::string given = arguments.positional(0);
  TIZZA_TRY(const Adopted adopted, open_adopted(given.empty() ? "." : normal_path(given), context));
  TIZZA_TRY(const Link link, find_link(adopted, arguments, context));
  const Nearest& nearest = link.nearest;
  TIZZA_TRY(const bool was_linked, is_linked(adopted, link.answers, context));
  const std::string file = join_path(adopted.folder, scaffold::kAnswersFile);
  std::string text = near_text(adopted, nearest) + answers_text(nearest.fit, context);
  if (arguments.has("dry-run")) {
    text += "would write " + file + "\n";
    context.terminal.out(wants_json(arguments) ? json_text(adopted, nearest, "planned") : text);
    return Verdict::kDone;
  }
  TIZZA_CHECK(write_link(adopted, nearest.fit.project, link.hash, link.answers, context));
  text += (was_linked ? "already there: " : "wrote ") + file + "\n";
  if (arguments.has("commit") && !link.is_committed) {
    TIZZA_CHECK(commit_link(adopted, "Link to " + title(nearest.fit.manifest), context));
  } else if (!link.is_committed) {
    text += "next: commit it, for updates start from the last commit: git add " +
            shell_quote(file) + "\n";
  }
  text += "next: tizza update " + shell_quote(adopted.folder) + "\n";
  context.terminal.out(wants_json(arguments) ? json_text(adopted, nearest, "linked") : text);
  return Verdict::kDone;
}

}  // namespace

const CommandSpec& template_adopt_command() {
  static const CommandSpec spec{
      .path = "template adopt",
      .summary = "link an existing project to the nearest template version",
      .description =
          "Compares the last commit of a project with what templates make, in each of their "
          "versions: with the one that is named, else with those that are built in or named in "
          "the registry. The nearest is recorded in the answers file, from which `tizza update` "
          "and `tizza drift` go on, and it is said how near it is.\n\n"
          "Answers come from -d, else from the project's own paths and lines, else from the "
          "defaults; yes-or-no questions and choices are tried out. Only what remains is asked. "
          "Nothing is committed unless --commit is given. A project that is less than 30 % what "
          "the "
          "template makes is linked only after a yes.",
      .examples = {{"tizza template adopt likes-service", "whatever it was made with"},
                   {"tizza template adopt likes-service gh:OWNER/REPOSITORY --commit",
                    "with the versions of one template"}},
      .positionals = {{"DIR", "the project; this folder where none is given",
                       PositionalArity::kOptional, Completer::kFolders},
                      {"TEMPLATE", "the template, where it is known", PositionalArity::kOptional,
                       Completer::kTemplates}},
      .flags = {{.name = "commit", .summary = "commit the answers file, and nothing else"},
                {.name = "data",
                 .letter = 'd',
                 .arity = FlagArity::kMany,
                 .value_name = "<key=value>",
                 .summary = "answer a question"},
                {.name = "dry-run", .summary = "say how near it is, and write nothing"},
                offline_flag(),
                {.name = "yes",
                 .letter = 'y',
                 .summary = "link it without asking, however far from the template it is"},
                list_format_flag()},
      .needs = Needs::kGit,
      .changes = Changes::kLocal,
      .run = run,
  };
  return spec;
}

}  // namespace tizza::commands
