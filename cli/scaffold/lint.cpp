#include "scaffold/lint.hpp"

#include <algorithm>
#include <set>

#include "base/near_names.hpp"
#include "base/paths.hpp"
#include "base/semver.hpp"
#include "base/strings.hpp"
#include "scaffold/add_ons.hpp"
#include "scaffold/manifest.hpp"
#include "scaffold/migrations.hpp"
#include "scaffold/rendering.hpp"
#include "text/reader.hpp"

namespace tizza::scaffold {
namespace {

using Names = std::vector<std::string>;
using Used = Result<std::vector<expr::FreeName>>;

/// Looks through one template; lives for one call of lint().
class Linter {
 public:
  /// `names` are those that the template sees without asking.
  Linter(const TemplateTree& tree, const Manifest& manifest, Names names, Sink& sink)
      : tree_(tree), manifest_(manifest), sink_(sink), names_(std::move(names)) {}

  void run() {
    check_manifest();
    for (const TemplateFile& file : tree_.files) {
      Names names = names_;
      for (const Loop& loop : manifest_.loops) {
        if (loop.file == file.path) names.push_back(loop.name);
      }
      const std::string path = join_path(tree_.folder, "files/" + file.path);
      check(template_names(std::make_shared<Source>(path + " (path)", file.path)), names);
      const bool is_rendered = !file.is_symlink && file.path.ends_with(".jinja");
      if (is_rendered) {
        check(template_names(std::make_shared<Source>(path, file.bytes)), names);
      }
    }
    if (tree_.files.empty()) {
      report(manifest_.document->root().location(), "empty-template", "the template has no files",
             "put them into a folder `files` beside the manifest");
    }
    check_migrations();
    check_add_ons();
  }

 private:
  // In the order in which they are answered: each template sees what stands in front of it.
  void check_manifest() {
    for (const Question& question : manifest_.questions) {
      check_condition(question.when);
      for (const Node text :
           {question.prompt, question.help, question.default_value, question.choices}) {
        check_texts(text);
      }
      names_.push_back(question.id);
      check_condition(question.validation["expression"]);
      check_texts(question.validation["message"]);
    }
    for (const auto& [key, value] : manifest_.computed.entries()) {
      check_texts(value);
      names_.emplace_back(key.text());
    }
    check_texts(manifest_.exclude);
    check_texts(manifest_.kept);
    check_texts(manifest_.registration);
    check_commands(manifest_.tasks);
    check_commands(manifest_.checks);
    for (const Loop& loop : manifest_.loops) {
      check_condition(loop.list);
      check_loop(loop);
    }
  }

  void check_texts(Node node) {
    for (const Node item : node.items()) check_texts(item);
    for (const auto& [key, value] : node.entries()) check_texts(key), check_texts(value);
    if (node.is_string()) check(expr::free_names(node, manifest_.syntax), names_);
  }

  void check_commands(Node list) {
    for (const Node command : list.items()) {
      check_texts(command.is_mapping() ? command["run"] : command);
      check_condition(command["when"]);
    }
  }

  // An expression, which may stand in the marks of one.
  void check_condition(Node node) {
    if (!node.is_string()) return;
    const bool is_framed = trim(node.text()).starts_with(manifest_.syntax.variable_start);
    check(is_framed ? expr::free_names(node, manifest_.syntax)
                    : expr::free_names_of_expression(node, manifest_.syntax),
          names_);
  }

  Used template_names(const SourcePtr& source) const {
    return expr::free_names(source, manifest_.syntax);
  }

  void check(const Used& used, const Names& names) {
    if (!used) {
      sink_.report(used.error().diagnostic);
      return;
    }
    for (const auto& [name, at, is_template] : *used) {
      if (is_template) {
        check_part(name, at);
        continue;
      }
      if (std::find(names.begin(), names.end(), name) != names.end()) continue;
      std::string help = near_names_help(name, names);
      if (help.empty()) help = "ask for it in `questions`, or compute it";
      report(at, "unknown-name", "no question gives `" + name + "`", std::move(help));
    }
  }

  void check_part(const std::string& name, const Location& at) {
    if (find_part(tree_, manifest_, name)) return;
    Names parts;
    for (const TemplateFile& part : tree_.parts) parts.push_back(part.path);
    std::string help = near_names_help(name, parts);
    if (help.empty()) {
      help = "parts stand beside `files`, in the folders that `includes` names";
    }
    report(at, "unknown-part", "the template has no part `" + name + "`", std::move(help));
  }

  void check_loop(const Loop& loop) {
    const bool is_there =
        std::any_of(tree_.files.begin(), tree_.files.end(),
                    [&](const TemplateFile& file) { return file.path == loop.file; });
    if (is_there) return;
    report(loop.list.parent()["file"].location(), "unknown-file",
           "there is no file `" + loop.file + "` below `files`",
           "name one of the template's files");
  }

  void check_migrations() {
    for (const Node migration : manifest_.document->root()["migrations"].items()) {
      const Node version = migration["version"];
      if (version.is_scalar() && !parse_semver(version.text())) {
        report(version.location(), "migration-version",
               "`" + std::string(version.text()) + "` is no version",
               "name the version that changed it, such as 1.2.0");
      }
      for (const auto& [from, to] : migration["move"].entries()) {
        check_move(from);
        check_move(to);
      }
      for (const auto& [from, to] : migration["rename_answers"].entries()) {
        if (to.is_string()) check_renamed(to);
      }
    }
  }

  void check_move(Node path) {
    if (is_in_project(normal_path(path.text()))) return;
    report(path.location(), "migration-path",
           "`" + std::string(path.text()) + "` is no path below the project",
           "name files and folders from the project's folder, such as src/app");
  }

  void check_renamed(Node id) {
    Names ids;
    for (const Question& question : manifest_.questions) ids.push_back(question.id);
    if (std::find(ids.begin(), ids.end(), id.text()) != ids.end()) return;
    std::string help = near_names_help(std::string(id.text()), ids);
    if (help.empty()) help = "the new name is that of a question";
    report(id.location(), "unknown-name", "no question is called `" + std::string(id.text()) + "`",
           std::move(help));
  }

  void check_add_ons() {
    std::set<std::string> known;
    for (const Node node : manifest_.document->root()["add_ons"].items()) {
      if (manifest_.add_on_folders.empty()) return;  // it is an add-on itself
      const std::string name = file_name(normal_path(node.text()));
      if (!known.insert(name).second) {
        report(node.location(), "add-on", "two add-ons are called `" + name + "`",
               "rename the folder of one");
        continue;
      }
      auto add_on = read_add_on(tree_, manifest_, name);
      if (!add_on) {
        Diagnostic diagnostic = add_on.error().diagnostic;
        if (!diagnostic.at) diagnostic.at = node.location();
        sink_.report(std::move(diagnostic));
        continue;
      }
      // A merge on a branch makes no service, and no place to run anything in.
      const Node root = add_on->manifest.document->root();
      for (const std::string_view key : {"add_ons", "tasks", "register"}) {
        if (!root[key]) continue;
        report(root[key].location(), "add-on",
               "`" + std::string(key) + "` has no effect in an add-on", "leave it out");
      }
      add_on->manifest.add_on_folders.clear();
      Linter(add_on->tree, add_on->manifest, names_, sink_).run();
    }
  }

  void report(Location at, std::string rule, std::string message, std::string help) {
    Diagnostic diagnostic;
    diagnostic.at = std::move(at);
    diagnostic.rule = std::move(rule);
    diagnostic.message = std::move(message);
    diagnostic.help = std::move(help);
    sink_.report(std::move(diagnostic));
  }

  const TemplateTree& tree_;
  const Manifest& manifest_;
  Sink& sink_;
  Names names_;  // what can be read at this point
};

}  // namespace

void lint(const TemplateTree& tree, Sink& sink) {
  if (tree.is_cookiecutter) {
    sink.report(read_manifest(tree).error().diagnostic);
    return;
  }
  auto document = read_document(tree.manifest);
  if (!document) {
    sink.report(std::move(document).error().diagnostic);
    return;
  }
  const Manifest manifest = parse_manifest(*document, sink);
  Linter(tree, manifest, {"destination", "add_ons"}, sink).run();
}

}  // namespace tizza::scaffold
