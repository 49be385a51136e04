#include <optional>

#include "base/folders.hpp"
#include "base/paths.hpp"
#include "base/strings.hpp"
#include "commands/all.hpp"
#include "commands/arguments.hpp"
#include "commands/context.hpp"
#include "commands/new_cookiecutter.hpp"
#include "commands/optional_registry.hpp"
#include "commands/output.hpp"
#include "commands/template_argument.hpp"
#include "commands/template_questions.hpp"
#include "commands/template_tasks.hpp"
#include "registry/edit.hpp"
#include "registry/load.hpp"
#include "scaffold/answers_file.hpp"
#include "scaffold/generation.hpp"
#include "scaffold/project_writer.hpp"
#include "scaffold/recorded.hpp"
#include "text/writer.hpp"

namespace tizza::commands {
namespace {

struct NewOptions {
  std::string template_name;
  std::string destination;
  std::vector<std::string> data;
  std::string answers_file;
  bool take_defaults = false;
  bool is_dry_run = false;
  bool may_register = true;
  bool is_trusted = false;
  bool is_offline = false;
  bool has_repository = true;
  bool is_json = false;
};

NewOptions read_options(const Arguments& arguments) {
  NewOptions options;
  options.template_name = arguments.positional(0);
  options.destination = normal_path(arguments.positional(1));
  if (arguments.positional(1).empty()) options.destination.clear();
  options.data = arguments.all("data");
  options.answers_file = arguments.get("answers");
  options.take_defaults = arguments.has("defaults");
  options.is_dry_run = arguments.has("dry-run");
  options.may_register = !arguments.has("no-register");
  options.has_repository = !arguments.has("no-git");
  options.is_trusted = arguments.has("trust");
  options.is_offline = arguments.has("offline");
  options.is_json = wants_json(arguments);
  return options;
}

/// Everything that is settled before the first byte is written.
struct Plan {
  scaffold::Generation generation;
  scaffold::Manifest manifest;
  std::string source;
  bool joins_repository = false;  ///< It stands in a repository: there, nothing is committed.
  scaffold::DestinationState state;
  std::vector<scaffold::FillIn> fill_ins;
  TemplateTasks tasks;
};

bool is_in_repository(const Context& context, const std::string& destination) {
  const std::string here = context.environment.working_directory();
  for (std::string folder = parent_path(normal_path(join_path(here, destination)));;
       folder = parent_path(folder)) {
    if (context.files.exists(join_path(folder, ".git"))) return true;
    if (folder.empty() || folder == "/") return false;
  }
}

/// Before anybody is asked anything.
Status check_parent(const std::string& destination, const Context& context) {
  const std::string parent = parent_path(destination);
  if (parent.empty() || context.files.is_directory(parent)) return {};
  return file_failure("destination", parent, "there is no folder `" + parent + "` to put it into",
                      "make it: mkdir -p " + shell_quote(parent));
}

/// Refuses a registry entry that would leave the registry worse than it is.
Status check_registration(const Context& context, const registry::Registry& registry,
                          const scaffold::Registration& registration) {
  TIZZA_TRY(const auto change, registry::add_item(registry, registration.kind, registration.name,
                                                  registration.fields));
  TIZZA_TRY(const auto errors, registry::new_errors(context.files, registry, change));
  if (errors.empty()) return {};
  Error error{errors.front()};
  error.diagnostic.notes.clear();
  error.diagnostic.at = {};
  error.diagnostic.path = registry.path();
  error.diagnostic.message = "the entry of `" + registration.name +
                             "` would not fit the registry: " + error.diagnostic.message;
  error.diagnostic.help = "give other answers, or make it with --no-register";
  return error;
}

/// Keeps secrets out of what is shown of the tasks.
void hide_secrets(const scaffold::Answers& answers, TemplateTasks& tasks) {
  for (const std::string& id : answers.secrets) {
    const Value secret = answers.all[id];
    const auto* text = secret.as_string();
    if (!text || text->empty()) continue;
    for (auto& command : tasks.commands) command.shown = replace_all(command.shown, *text, "***");
  }
}

Result<Plan> make_plan(const NewOptions& options, const scaffold::TemplateTree& tree,
                       Context& context, const std::optional<registry::Registry>& registry) {
  const registry::Registry* known = registry ? &*registry : nullptr;
  Plan plan;
  TIZZA_TRY(plan.manifest, scaffold::read_manifest(tree));
  if (tree.files.empty()) {
    return file_failure("template", tree.folder,
                        "template `" + plan.manifest.name + "` has no files",
                        "put them into a folder `files` beside its manifest");
  }
  plan.source = source_to_record(tree, options.destination, known, context);
  plan.generation.destination = options.destination;
  TIZZA_TRY(const auto answers,
            ask_template_questions(plan.manifest,
                                   {options.data, options.answers_file, options.take_defaults,
                                    file_name(options.destination), known, true},
                                   context));
  TIZZA_TRY(plan.generation.project,
            scaffold::render_project(tree, plan.manifest, answers.context));
  plan.fill_ins = scaffold::find_fill_ins(plan.generation.project, plan.manifest.markers);
  const std::string name = file_name(options.destination);
  if (!answers.secrets.empty()) {
    TIZZA_TRY(const auto open, scaffold::without_secrets(plan.manifest, answers, name));
    TIZZA_TRY(plan.generation.base, scaffold::render_project(tree, plan.manifest, open.context));
  }
  const auto& base = plan.generation.base ? *plan.generation.base : plan.generation.project;
  plan.generation.base_hash = scaffold::tree_hash(base);
  TIZZA_CHECK(scaffold::add_answers_file(plan.generation.project,
                                         {plan.source, name, plan.generation.base_hash},
                                         plan.manifest, answers));
  TIZZA_TRY(plan.state,
            scaffold::look_at(context.files, options.destination, plan.generation.project));
  plan.joins_repository = is_in_repository(context, options.destination);
  plan.generation.joins_repository = options.has_repository && plan.joins_repository;
  if (options.has_repository && !plan.joins_repository) {
    plan.generation.commit_message =
        "Start " + file_name(options.destination) + " from " + plan.manifest.name +
        (plan.manifest.version.empty() ? "" : " " + plan.manifest.version);
  }
  TIZZA_TRY(plan.tasks.commands,
            scaffold::render_commands(plan.manifest.tasks, answers.context, plan.manifest.syntax));
  hide_secrets(answers, plan.tasks);
  plan.tasks.content = scaffold::trusted_content(tree);
  plan.tasks.source = tree.source;
  plan.tasks.is_trusted = options.is_trusted || tree.is_built_in;
  if (options.may_register && registry) {
    TIZZA_TRY(plan.generation.registration,
              scaffold::render_registration(plan.manifest, answers.context, plan.source));
    plan.generation.registry_path = registry->path();
  }
  return plan;
}

std::string title(const Plan& plan) {
  return plan.manifest.name + (plan.manifest.version.empty() ? "" : " " + plan.manifest.version);
}

std::string plan_text(const Plan& plan) {
  const auto& generation = plan.generation;
  std::string text = "would make " + generation.destination + " from " + title(plan) + ":\n";
  for (const auto& file : generation.project) {
    text += "  " + join_path(generation.destination, file.path);
    text += file.is_symlink ? " -> " + file.bytes : "";
    text += file.mode & 0111 ? " (executable)\n" : "\n";
  }
  if (!generation.commit_message.empty()) {
    text += "would commit: " + generation.commit_message + "\n";
  } else if (plan.joins_repository) {
    text += "would commit nothing: a git repository is around it already\n";
  }
  if (generation.registration) {
    text += "would register " + generation.registration->name + " in " + generation.registry_path +
            "\n";
  }
  for (const auto& command : plan.tasks.commands) text += "would run: " + command.shown + "\n";
  return text;
}

std::string fill_in_text(const Plan& plan) {
  if (plan.fill_ins.empty()) return {};
  std::string text = counted(plan.fill_ins.size(), "place") + " to fill in:\n";
  for (const auto& fill_in : plan.fill_ins) {
    text += "  " + join_path(plan.generation.destination, fill_in.path) + ":" +
            std::to_string(fill_in.at.line) + ":" + std::to_string(fill_in.at.column) + ": " +
            fill_in.line + "\n";
  }
  return text;
}

std::string done_text(const Plan& plan) {
  const auto& generation = plan.generation;
  std::string text = fill_in_text(plan);
  text += "made " + generation.destination + " from " + title(plan) + ": " +
          counted(generation.project.size(), "file");
  if (!generation.commit_message.empty()) {
    text += ", first commit";
  } else if (plan.joins_repository) {
    text += ", not committed to the git repository around it";
  }
  if (generation.registration) text += ", registered in " + generation.registry_path;
  return text + "\nnext: tizza validate " + shell_quote(generation.destination) + "\n";
}

std::string json_text(const Plan& plan, std::string_view outcome) {
  Value root;
  root.set("schema_version", 1);
  root.set("outcome", outcome);
  root.set("destination", plan.generation.destination);
  root.set("template", plan.source);
  root.set("version", plan.manifest.version);
  Value::List files;
  for (const auto& file : plan.generation.project) files.emplace_back(file.path);
  root.set("files", std::move(files));
  root.set("registered",
           plan.generation.registration ? Value(plan.generation.registration->name) : Value());
  Value::List fill_ins;
  for (const auto& fill_in : plan.fill_ins) {
    Value place;
    place.set("path", fill_in.path);
    place.set("line", fill_in.at.line);
    place.set("column", fill_in.at.column);
    place.set("text", fill_in.line);
    fill_ins.push_back(std::move(place));
  }
  root.set("fill_in", std::move(fill_ins));
  return write_json(root, 2) + "\n";
}

Status finish_earlier(const scaffold::GenerationPorts& ports, Context& context) {
  TIZZA_TRY(const auto finished, scaffold::finish_interrupted(ports));
  for (const auto& one : finished) {
    if (one.problem) {
      Diagnostic warning = *one.problem;
      warning.severity = Severity::kWarn;
      warning.message = one.destination + " is made, but not registered: " + warning.message;
      print_warning(warning, context);
      continue;
    }
    context.terminal.err(
        one.was_registered ? "registered " + one.destination + ", which an earlier call had made\n"
                           : "took away what an earlier call left of " + one.destination + "\n");
  }
  return {};
}

CookiecutterOptions cookiecutter_options(const NewOptions& options) {
  return {options.destination, options.data,           options.answers_file, options.take_defaults,
          options.is_dry_run,  options.has_repository, options.is_trusted,   options.is_json};
}

Result<Verdict> run(const Arguments& arguments, Context& context) {
  NewOptions options = read_options(arguments);
  const scaffold::GenerationPorts ports{context.files, context.git, context.interrupts,
                                        state_folder(context.environment)};
  if (!options.is_dry_run) TIZZA_CHECK(finish_earlier(ports, context));
  TIZZA_CHECK(check_parent(options.destination, context));
  TIZZA_TRY(const auto registry, open_registry_if_any(context));
  const registry::Registry* known = registry ? &*registry : nullptr;
  std::optional<scaffold::TemplateTree> tree;
  if (!options.template_name.empty()) {
    TIZZA_TRY(tree, open_template(options.template_name, known, options.is_offline, context));
    if (tree->is_cookiecutter) {
      return new_from_cookiecutter(*std::move(tree), cookiecutter_options(options), context);
    }
  }
  TIZZA_CHECK(
      ask_template_and_destination(options.template_name, options.destination, known, context));
  if (!tree) {
    TIZZA_TRY(tree, open_template(options.template_name, known, options.is_offline, context));
  }
  TIZZA_TRY(const Plan plan, make_plan(options, *tree, context, registry));
  const auto say = [&](const std::string& text, std::string_view outcome) {
    context.terminal.out(options.is_json ? json_text(plan, outcome) : text);
    return Verdict::kDone;
  };
  if (plan.state.kind == scaffold::Destination::kOther) {
    return scaffold::refused_destination(options.destination, plan.state);
  }
  if (plan.state.kind == scaffold::Destination::kSame) {
    return say(
        "already there: " + options.destination + " is " + title(plan) + " with these answers\n",
        "already there");
  }
  if (plan.generation.registration) {
    TIZZA_CHECK(check_registration(context, *registry, *plan.generation.registration));
  }
  if (options.is_dry_run) return say(plan_text(plan), "planned");
  TIZZA_CHECK(scaffold::generate(ports, plan.generation));
  if (options.may_register && !registry) {
    context.terminal.err(
        "no registry here, so nothing was registered; start one with `tizza "
        "registry init`\n");
  }
  TIZZA_CHECK(run_tasks(plan.tasks, options.destination, context));
  return say(done_text(plan), "made");
}

}  // namespace

const CommandSpec& new_command() {
  static const CommandSpec spec{
      .path = "new",
      .summary = "make a service or package from a template",
      .description =
          "Renders a template into a new folder, commits it to a fresh repository and registers "
          "it in the service registry: all of it, or nothing. Inside a git repository it makes no "
          "other one and commits nothing. What is not answered by flags is "
          "asked on a terminal; elsewhere defaults hold, and what has none is named at once.\n\n"
          "TEMPLATE is a built-in name, a folder with a tizza-template.yaml, a name from the "
          "registry's `templates`, or a git repository: a URL with `//folder` and `#tag` behind "
          "it, "
          "or `gh:`, `gl:` or `bb:` with OWNER/REPOSITORY. Without a tag the newest version is "
          "taken; what was fetched stays in the cache.\n\n"
          "A folder or repository with a cookiecutter.json is rendered as cookiecutter would do "
          "it; "
          "its hooks run like tasks, and without DEST it names its own folder.\n\n"
          "An answer comes from `-d`, else from TIZZA_DATA_KEY in the environment, else from the "
          "file, else from the person. Where nobody can be asked, all that are missing are named "
          "at "
          "once; --defaults takes the defaults. Commands that the template wants to "
          "run need --trust, or a yes that holds until the template changes.",
      .examples = {{"tizza new django-rest culinary-service", "a REST service with PostgreSQL"},
                   {"tizza new django-rest likes-service -d team=likes --dry-run",
                    "show what would be made"},
                   {"tizza new ./our-template billing-service --answers answers.yaml",
                    "from a folder, without questions"}},
      .positionals = {{"TEMPLATE", "what to make", PositionalArity::kOptional,
                       Completer::kTemplates},
                      {"DEST", "the new folder", PositionalArity::kOptional, Completer::kFolders}},
      .flags = {{.name = "data",
                 .letter = 'd',
                 .arity = FlagArity::kMany,
                 .value_name = "<key=value>",
                 .summary = "answer a question",
                 .completer = Completer::kQuestions},
                {.name = "answers",
                 .arity = FlagArity::kOne,
                 .value_name = "<file>",
                 .summary = "take answers from a YAML or JSON file",
                 .completer = Completer::kFiles},
                {.name = "defaults", .summary = "take every default without asking"},
                {.name = "dry-run", .summary = "show what would be made, and make nothing"},
                {.name = "no-git", .summary = "make no repository and no commit"},
                {.name = "no-register", .summary = "leave the registry alone"},
                {.name = "trust", .summary = "let the template run its tasks"},
                offline_flag(),
                list_format_flag()},
      .changes = Changes::kLocal,
      .run = run,
  };
  return spec;
}

}  // namespace tizza::commands
