#include "commands/new_cookiecutter.hpp"

#include <algorithm>

#include "base/folders.hpp"
#include "base/paths.hpp"
#include "base/strings.hpp"
#include "commands/ask.hpp"
#include "commands/template_questions.hpp"
#include "commands/trust_store.hpp"
#include "commands/work_folder.hpp"
#include "scaffold/answers_file.hpp"
#include "scaffold/cookiecutter/rendering.hpp"
#include "scaffold/cookiecutter/time_zone.hpp"
#include "scaffold/cookiecutter/variables.hpp"
#include "scaffold/generation.hpp"
#include "scaffold/project_writer.hpp"
#include "scaffold/template_commands.hpp"
#include "text/writer.hpp"

namespace tizza::commands {
namespace {

namespace cookiecutter = scaffold::cookiecutter;
using cookiecutter::Hook;

/// Makes one project; lives for one call of new_from_cookiecutter().
class Maker {
 public:
  Maker(scaffold::TemplateTree tree, CookiecutterOptions options, Context& context)
      : tree_(std::move(tree)), options_(std::move(options)), context_(context) {}

  Result<Verdict> run() {
    TIZZA_TRY(sources_.typed, read_data(options_.data));
    TIZZA_CHECK(read_given());
    if (context_.presentation.may_ask && !options_.take_defaults) {
      sources_.asker = person_asker(context_);
      sources_.confirmer = person_confirmer(context_);
    }
    sources_.takes_defaults = options_.take_defaults;
    TIZZA_TRY(settings_, read_settings());
    TIZZA_CHECK(follow_menu());
    TIZZA_CHECK(settle_trust());
    TIZZA_CHECK(run_pre_prompt());
    TIZZA_TRY(const auto variables, collect());
    TIZZA_TRY(made_, cookiecutter::render(tree_, settings_, variables.context));
    if (options_.destination.empty()) options_.destination = made_.name;
    TIZZA_CHECK(record(variables.answers));
    return make();
  }

 private:
  Status read_given() {
    TIZZA_TRY(const auto given, read_answers_file(options_.answers_file, context_));
    const Value values = given.mapping ? Value::from(given.mapping) : Value();
    const Value replay = values["cookiecutter"];
    (replay.as_mapping() ? sources_.replay : sources_.given) =
        replay.as_mapping() ? replay : values;
    return {};
  }

  Result<cookiecutter::Settings> read_settings() {
    TIZZA_TRY(auto settings, cookiecutter::read_settings(tree_));
    settings.syntax.clock = expr::TemplateClock{
        std::chrono::duration_cast<std::chrono::seconds>(context_.clock.now().time_since_epoch())
            .count(),
        [this](const std::string& zone, int64_t at) {
          return cookiecutter::zone_at(context_.files, context_.environment, zone, at);
        }};
    settings.syntax.random_bytes = [this](size_t count) {
      return context_.environment.random_bytes(count);
    };
    return settings;
  }

  /// Goes down a menu of templates to one that makes something.
  Status follow_menu() {
    constexpr int kMostMenus = 16;
    for (int i = 0; i < kMostMenus && !settings_.menu.empty(); ++i) {
      TIZZA_TRY(const auto entry, choose());
      TIZZA_TRY(tree_, cookiecutter::nested_template(tree_, entry.folder));
      TIZZA_TRY(settings_, read_settings());
    }
    if (settings_.menu.empty()) return {};
    return file_failure("template", tree_.folder, "the menus of the template lead to no template");
  }

  /// `-d templates=NAME` chooses, and for old menus `-d template=NAME`; each is used up by its
  /// menu.
  Result<cookiecutter::MenuEntry> choose() {
    std::vector<std::string> names;
    for (const auto& entry : settings_.menu) names.push_back(entry.name);
    auto* typed = sources_.typed.as_mapping();
    const auto chosen = std::find_if(typed->begin(), typed->end(), [](const Value::Member& member) {
      return member.first == "templates" || member.first == "template";
    });
    std::string name = names.front();
    if (chosen != typed->end()) {
      name = chosen->second.as_string() ? *chosen->second.as_string() : "";
      typed->erase(chosen);
    } else if (sources_.asker) {
      Question question{.prompt = settings_.menu_prompt, .kind = QuestionKind::kChoice};
      for (const auto& entry : settings_.menu)
        question.choices.push_back({entry.name, entry.label});
      question.default_value = name;
      question.flag = "-d templates=NAME";
      TIZZA_TRY(const Answer answer, ask(question, context_));
      name = answer.text();
    } else if (!sources_.takes_defaults) {
      return failure("answer", "which template of the menu is wanted was not said",
                     "give `-d templates=NAME`: " + quoted_list(names, "or") +
                         ", or take the first by `--defaults`",
                     Verdict::kNeedsPerson);
    }
    for (const auto& entry : settings_.menu) {
      if (entry.name == name || entry.label == name) return entry;
    }
    return failure("answer", "the menu has no template `" + name + "`",
                   "choose " + quoted_list(names, "or"));
  }

  bool has_hooks() const {
    return std::any_of(tree_.parts.begin(), tree_.parts.end(), [](const auto& file) {
      const std::string name = file_name(file.path);
      const auto base = name.substr(0, name.rfind('.'));
      return parent_path(file.path) == "hooks" && !name.ends_with('~') &&
             (base == "pre_prompt" || base == "pre_gen_project" || base == "post_gen_project");
    });
  }

  /// Whether hooks run: asked once, before anything of the template's does.
  Status settle_trust() {
    if (!has_hooks()) return {};
    const std::string content = scaffold::trusted_content(tree_);
    runs_hooks_ = options_.is_trusted || is_approved(content, context_);
    if (runs_hooks_ || options_.is_dry_run) return {};
    if (!sources_.asker) {
      context_.terminal.err("hooks of the template not run, for it is not trusted (--trust)\n");
      return {};
    }
    Question question{.prompt = "Run the hooks of the template?",
                      .kind = QuestionKind::kYesNo,
                      .flag = "--trust"};
    question.help = "They may do whatever you may do. A yes holds until the template changes.";
    question.default_value = "false";
    TIZZA_TRY(const Answer answer, ask(question, context_));
    runs_hooks_ = answer.yes();
    return runs_hooks_ ? approve(content, tree_.source, context_) : Status();
  }

  /// The hook that may change the template itself; it sees a copy.
  Status run_pre_prompt() {
    if (!runs_hooks_ || options_.is_dry_run) return {};
    std::vector<Hook> hooks;
    for (const auto& file : tree_.parts) {
      const bool is_it = file.path == "hooks/pre_prompt.py" || file.path == "hooks/pre_prompt.sh";
      if (is_it) hooks.push_back({file_name(file.path), file.bytes});
    }
    if (hooks.empty()) return {};
    TIZZA_TRY(const WorkFolder folder, WorkFolder::make("cookiecutter", context_));
    scaffold::Project files = tree_.parts;
    files.push_back({std::string(scaffold::kCookiecutterFile), std::string(tree_.manifest->text()),
                     0644, false});
    TIZZA_CHECK(scaffold::write_project(context_.files, folder.path(), files));
    TIZZA_CHECK(run_hooks(hooks, folder.path()));
    const std::string source = tree_.source;
    TIZZA_TRY(tree_, scaffold::read_folder(context_.files, folder.path()));
    tree_.source = source;
    TIZZA_TRY(settings_, read_settings());
    return {};
  }

  Status run_hooks(const std::vector<Hook>& hooks, const std::string& folder) {
    if (hooks.empty()) return {};
    TIZZA_TRY(const WorkFolder scripts, WorkFolder::make("hooks", context_));
    for (const Hook& hook : hooks) {
      const std::string path = join_path(scripts.path(), hook.file);
      TIZZA_CHECK(context_.files.write_new_file(path, hook.script, 0755));
      ProcessRequest request;
      const bool has_interpreter = hook.script.starts_with("#!");
      request.argv = hook.file.ends_with(".py") ? std::vector<std::string>{"python3", path}
                     : has_interpreter          ? std::vector<std::string>{path}
                                                : std::vector<std::string>{"sh", path};
      request.directory = folder;
      TIZZA_TRY(const ProcessResult result,
                context_.processes.run(request, [&](ProcessStream, std::string_view text) {
                  context_.terminal.err(std::string(text));
                }));
      if (result.exit_code == 0) continue;
      return failure(
          "hook",
          "hook `" + hook.file + "` ended with exit code " + std::to_string(result.exit_code),
          "nothing was made", Verdict::kNegative);
    }
    return {};
  }

  Result<cookiecutter::Variables> collect() {
    std::vector<std::string> names;
    for (const auto& [name, declared] : *settings_.variables.as_mapping()) names.push_back(name);
    add_environment(names, context_.environment, sources_.typed);
    const std::string here = context_.environment.working_directory();
    sources_.extra.set("_template", tree_.source);
    sources_.extra.set("_output_dir",
                       normal_path(join_path(here, parent_path(options_.destination))));
    sources_.extra.set("_repo_dir", tree_.folder);
    sources_.extra.set("_checkout", tree_.version.empty() ? Value() : Value(tree_.version));
    return cookiecutter::collect_variables(settings_, sources_);
  }

  Status record(const Value& answers) {
    scaffold::Manifest manifest;
    manifest.name = title();
    manifest.version = tree_.version;
    manifest.commit = tree_.commit;
    scaffold::Answers recorded;
    recorded.all = answers;
    return scaffold::add_answers_file(
        made_.project,
        {tree_.source, file_name(options_.destination), scaffold::tree_hash(made_.project)},
        manifest, recorded);
  }

  std::string title() const {
    const std::string folder = file_name(tree_.folder);
    return folder.empty() || folder == "." ? tree_.source : folder;
  }

  Result<Verdict> make() {
    const std::string& destination = options_.destination;
    TIZZA_TRY(const auto state, scaffold::look_at(context_.files, destination, made_.project));
    if (state.kind == scaffold::Destination::kSame) {
      return say("already there: " + destination + " is " + title() + " with these answers\n",
                 "already there");
    }
    if (state.kind == scaffold::Destination::kOther) {
      return scaffold::refused_destination(destination, state);
    }
    if (options_.is_dry_run) return say(plan_text(), "planned");
    TIZZA_CHECK(generate());
    const size_t count = made_.project.size();
    return say("made " + destination + " from " + title() + ": " + counted(count, "file") + "\n",
               "made");
  }

  Status generate() {
    scaffold::Generation generation;
    generation.destination = options_.destination;
    generation.project = made_.project;
    if (options_.has_repository) {
      generation.commit_message = "Start " + file_name(options_.destination) + " from " + title();
    }
    if (runs_hooks_) {
      generation.before_files = [this](const std::string& folder) {
        return run_hooks(made_.before, folder);
      };
      generation.after_files = [this](const std::string& folder) {
        return run_hooks(made_.after, folder);
      };
    }
    const std::string parent = parent_path(options_.destination);
    if (!parent.empty()) TIZZA_CHECK(context_.files.make_directories(parent));
    return scaffold::generate(
        {context_.files, context_.git, context_.interrupts, state_folder(context_.environment)},
        generation);
  }

  std::string plan_text() const {
    std::string text = "would make " + options_.destination + " from " + title() + ":\n";
    for (const auto& file : made_.project) {
      text += "  " + join_path(options_.destination, file.path);
      text += file.mode & 0111 ? " (executable)\n" : "\n";
    }
    for (const auto* hooks : {&made_.before, &made_.after}) {
      for (const Hook& hook : *hooks) text += "would run hook: " + hook.file + "\n";
    }
    return text;
  }

  Verdict say(const std::string& text, std::string_view outcome) {
    if (!options_.is_json) {
      context_.terminal.out(text);
      return Verdict::kDone;
    }
    Value::List files;
    for (const auto& file : made_.project) files.emplace_back(file.path);
    Value root;
    root.set("schema_version", 1);
    root.set("outcome", outcome);
    root.set("destination", options_.destination);
    root.set("template", tree_.source);
    root.set("version", tree_.version);
    root.set("files", std::move(files));
    root.set("registered", Value());
    root.set("fill_in", Value::List{});
    context_.terminal.out(write_json(root, 2) + "\n");
    return Verdict::kDone;
  }

  scaffold::TemplateTree tree_;
  CookiecutterOptions options_;
  Context& context_;
  cookiecutter::Settings settings_;
  cookiecutter::VariableSources sources_;
  cookiecutter::Made made_;
  bool runs_hooks_ = false;
};

}  // namespace

Result<Verdict> new_from_cookiecutter(scaffold::TemplateTree tree, CookiecutterOptions options,
                                      Context& context) {
  return Maker(std::move(tree), std::move(options), context).run();
}

}  // namespace tizza::commands
