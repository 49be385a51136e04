#include "commands/all.hpp"
#include "commands/arguments.hpp"
#include "commands/context.hpp"
#include "commands/output.hpp"
#include "commands/template_argument.hpp"
#include "registry/load.hpp"
#include "scaffold/manifest.hpp"
#include "text/writer.hpp"

namespace tizza::commands {
namespace {

struct Row {
  std::string name;
  std::string kind;
  std::string version;
  std::string description;
  std::string origin;
};

Row to_row(const std::string& name, const scaffold::Manifest& manifest, std::string origin) {
  return {name, manifest.kind, manifest.version, manifest.description, std::move(origin)};
}

/// Built-in templates first, then those of the registry.
Result<std::vector<Row>> list_templates(Context& context) {
  std::vector<Row> rows;
  for (const std::string& name : scaffold::built_in_names()) {
    TIZZA_TRY(const auto tree, scaffold::read_built_in(name));
    TIZZA_TRY(const auto manifest, scaffold::read_manifest(tree));
    rows.push_back(to_row(name, manifest, "built in"));
  }
  const auto path = registry::find_registry(context.files, context.environment, context.registry);
  if (!path) return rows;
  TIZZA_TRY(const auto registry, registry::load(context.files, *path));
  for (const std::string& name : registry.names(registry::Kind::kTemplate)) {
    // A list shows what is here: nothing is fetched for it.
    const auto tree = open_template(name, &registry, true, context);
    if (!tree) {
      rows.push_back({name, "", "", tree.error().diagnostic.message, registry.path()});
      continue;
    }
    if (tree->is_cookiecutter) {
      const auto* entry = registry.find(registry::Kind::kTemplate, name);
      rows.push_back({name, "cookiecutter", tree->version, std::string(entry->text("description")),
                      registry.path()});
      continue;
    }
    TIZZA_TRY(const auto manifest, scaffold::read_manifest(*tree));
    rows.push_back(to_row(name, manifest, registry.path()));
  }
  return rows;
}

std::string to_json(const std::vector<Row>& rows) {
  Value::List list;
  for (const Row& row : rows) {
    Value item;
    item.set("name", row.name);
    item.set("kind", row.kind);
    item.set("version", row.version);
    item.set("description", row.description);
    item.set("origin", row.origin);
    list.push_back(std::move(item));
  }
  Value root;
  root.set("schema_version", 1);
  root.set("templates", std::move(list));
  return write_json(root, 2) + "\n";
}

Result<Verdict> run(const Arguments& arguments, Context& context) {
  TIZZA_TRY(const auto rows, list_templates(context));
  if (wants_json(arguments)) {
    context.terminal.out(to_json(rows));
    return Verdict::kDone;
  }
  report::Table table({"NAME", "KIND", "VERSION", "DESCRIPTION", "ORIGIN"});
  for (const Row& row : rows) {
    table.add({row.name, row.kind, row.version, row.description, row.origin});
  }
  context.terminal.out(table.render(table_options(context)));
  return Verdict::kDone;
}

}  // namespace

const CommandSpec& template_list_command() {
  static const CommandSpec spec{
      .path = "template list",
      .summary = "list the templates",
      .description = "Lists the built-in templates and those that the registry names.",
      .examples = {{"tizza template list", "what `tizza new` can make"}},
      .flags = {list_format_flag()},
      .run = run,
  };
  return spec;
}

}  // namespace tizza::commands
