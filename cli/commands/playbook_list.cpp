#include "commands/all.hpp"
#include "commands/arguments.hpp"
#include "commands/optional_registry.hpp"
#include "commands/output.hpp"
#include "playbook/library.hpp"
#include "text/reader.hpp"
#include "text/writer.hpp"

namespace tizza::commands {
namespace {

/// The title as it is written; a file that cannot be read says so in its place.
std::string title_of(const playbook::LibraryEntry& entry) {
  const auto document = read_yaml(entry.source);
  if (!document.ok()) return document.error().diagnostic.message;
  return std::string((*document)->root()["title"].text());
}

Result<Verdict> run(const Arguments& arguments, Context& context) {
  TIZZA_TRY(const auto registry, open_registry_if_any(context));
  const playbook::Library library =
      playbook::list_playbooks(context.files, registry ? &*registry : nullptr);
  for (const Diagnostic& warning : library.warnings()) print_warning(warning, context);
  report::Table table({"NAME", "TITLE", "ORIGIN", "PATH"});
  table.keep_whole({0});
  Value::List list;
  for (const playbook::LibraryEntry& entry : library.entries) {
    const std::string title = title_of(entry);
    table.add({entry.name, title, to_string(entry.origin), entry.path});
    Value item;
    item.set("name", entry.name);
    item.set("title", title);
    item.set("origin", to_string(entry.origin));
    item.set("path", entry.path);
    list.push_back(std::move(item));
  }
  if (!wants_json(arguments)) {
    context.terminal.out(table.render(table_options(context)));
    return Verdict::kDone;
  }
  Value root;
  root.set("schema_version", 1);
  root.set("playbooks", std::move(list));
  context.terminal.out(write_json(root, 2) + "\n");
  return Verdict::kDone;
}

}  // namespace

const CommandSpec& playbook_list_command() {
  static const CommandSpec spec{
      .path = "playbook list",
      .summary = "list the playbooks",
      .description =
          "Lists the built-in playbooks, those that the registry names, and those in "
          "`playbooks/` of the working directory.",
      .examples = {{"tizza playbook list", "what `playbook run` can run"}},
      .flags = {list_format_flag()},
      .run = run,
  };
  return spec;
}

}  // namespace tizza::commands
