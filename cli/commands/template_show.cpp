#include "base/strings.hpp"
#include "commands/all.hpp"
#include "commands/arguments.hpp"
#include "commands/context.hpp"
#include "commands/output.hpp"
#include "commands/template_argument.hpp"
#include "scaffold/add_ons.hpp"
#include "scaffold/cookiecutter/template.hpp"
#include "scaffold/manifest.hpp"
#include "text/writer.hpp"

namespace tizza::commands {
namespace {

std::string shown(Node node) {
  return node.is_scalar() ? std::string(node.text())
         : node           ? write_json(Value::as_written(node))
                          : "";
}

std::string to_json(const scaffold::TemplateTree& tree, const scaffold::Manifest& manifest) {
  Value::List questions;
  for (const auto& question : manifest.questions) {
    questions.push_back(Value::as_written(question.place));
  }
  Value::List files;
  for (const auto& file : tree.files) files.emplace_back(file.path);
  Value root;
  root.set("schema_version", 1);
  root.set("name", manifest.name);
  root.set("kind", manifest.kind);
  root.set("version", manifest.version);
  root.set("description", manifest.description);
  root.set("source", tree.source);
  root.set("questions", std::move(questions));
  root.set("files", std::move(files));
  Value::List add_ons;
  for (const std::string& name : scaffold::add_on_names(manifest)) add_ons.emplace_back(name);
  root.set("add_ons", std::move(add_ons));
  return write_json(root, 2) + "\n";
}

/// The variables of a cookiecutter that a person has a say in.
Result<Verdict> show_cookiecutter(const scaffold::TemplateTree& tree, const Arguments& arguments,
                                  Context& context) {
  TIZZA_TRY(const auto settings, scaffold::cookiecutter::read_settings(tree));
  Value::List questions;
  report::Table table({"VARIABLE", "DEFAULT"});
  for (const auto& [name, declared] : *settings.variables.as_mapping()) {
    if (name.starts_with("_")) continue;
    const auto* text = declared.as_string();
    table.add({name, text ? *text : write_json(declared)});
    questions.push_back(Value::Mapping{{"id", name}, {"default", declared}});
  }
  if (wants_json(arguments)) {
    Value root;
    root.set("schema_version", 1);
    root.set("kind", "cookiecutter");
    root.set("version", tree.version);
    root.set("source", tree.source);
    root.set("questions", std::move(questions));
    context.terminal.out(write_json(root, 2) + "\n");
    return Verdict::kDone;
  }
  context.terminal.out(table.render(table_options(context)) + "\nmake one: tizza new " +
                       tree.source + "\n");
  return Verdict::kDone;
}

/// What can be added to a project later; nothing where that is nothing.
Result<std::string> add_ons_text(const scaffold::TemplateTree& tree,
                                 const scaffold::Manifest& manifest, const Context& context) {
  report::Table table({"ADD-ON", "DESCRIPTION"});
  for (const std::string& name : scaffold::add_on_names(manifest)) {
    TIZZA_TRY(const auto add_on, scaffold::read_add_on(tree, manifest, name));
    table.add({name, add_on.manifest.description});
  }
  return table.empty() ? std::string() : "\n" + table.render(table_options(context));
}

Result<Verdict> run(const Arguments& arguments, Context& context) {
  TIZZA_TRY(const auto tree,
            named_template(arguments.positional(0), arguments.has("offline"), context));
  if (tree.is_cookiecutter) return show_cookiecutter(tree, arguments, context);
  TIZZA_TRY(const auto manifest, scaffold::read_manifest(tree));
  if (wants_json(arguments)) {
    context.terminal.out(to_json(tree, manifest));
    return Verdict::kDone;
  }
  context.terminal.out(manifest.name + " " + manifest.version + " (" + manifest.kind + ")\n" +
                       manifest.description + "\n\n");
  report::Table table({"QUESTION", "TYPE", "DEFAULT", "PROMPT"});
  for (const auto& question : manifest.questions) {
    const auto type = question.place["type"].text();
    table.add({question.id, type.empty() ? "str" : type, shown(question.default_value),
               shown(question.prompt)});
  }
  context.terminal.out(table.render(table_options(context)));
  TIZZA_TRY(const std::string add_ons, add_ons_text(tree, manifest, context));
  context.terminal.out(add_ons + "\n" + counted(tree.files.size(), "file") +
                       "; make one: tizza new " + tree.source + " DEST\n");
  return Verdict::kDone;
}

}  // namespace

const CommandSpec& template_show_command() {
  static const CommandSpec spec{
      .path = "template show",
      .summary = "show what a template asks and makes",
      .description = "Shows a template's questions with their defaults, and how much it makes.",
      .examples = {{"tizza template show django-rest", "its questions"}},
      .positionals = {{"TEMPLATE", "a built-in name, a folder, or a name from the registry",
                       PositionalArity::kRequired, Completer::kTemplates}},
      .flags = {offline_flag(), list_format_flag()},
      .run = run,
  };
  return spec;
}

}  // namespace tizza::commands
