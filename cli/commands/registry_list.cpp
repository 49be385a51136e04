#include "commands/all.hpp"
#include "commands/output.hpp"
#include "commands/registry_entry.hpp"
#include "expr/template.hpp"
#include "registry/declared.hpp"
#include "registry/load.hpp"
#include "text/writer.hpp"

namespace tizza::commands {
namespace {

using registry::Item;
using registry::Kind;
using registry::Registry;

struct Options {
  Kind kind = Kind::kService;
  std::string where;
  bool json = false;
};

struct Column {
  std::string_view heading;
  std::string_view field;  ///< Dotted; empty for the name.
};

std::vector<Column> columns(Kind kind) {
  switch (kind) {
    case Kind::kTeam:
      return {{"TEAM", ""}, {"EMAIL", "email"}, {"CHANNEL", "slack_channel"}, {"LEAD", "lead"}};
    case Kind::kPerson:
      return {{"PERSON", ""},
              {"NAME", "name"},
              {"TEAM", "team"},
              {"EMAIL", "email"},
              {"PHONE", "phone"}};
    case Kind::kService:
      return {{"SERVICE", ""},      {"KIND", "kind"},
              {"TIER", "tier"},     {"LIFECYCLE", "lifecycle"},
              {"OWNERS", "owners"}, {"DESCRIPTION", "description"}};
    case Kind::kPackage:
      return {{"PACKAGE", ""},
              {"RELEASED", "released.version"},
              {"OWNERS", "owners"},
              {"DESCRIPTION", "description"}};
    case Kind::kTemplate:
      return {{"TEMPLATE", ""},
              {"SOURCE", "source"},
              {"OWNERS", "owners"},
              {"DESCRIPTION", "description"}};
    case Kind::kPlaybook:
      return {
          {"PLAYBOOK", ""}, {"PATH", "path"}, {"OWNERS", "owners"}, {"DESCRIPTION", "description"}};
  }
  return {};
}

/// An entry for `--where`: every field of the schema has a value, so that `tier == 1` can be asked
/// of services without a tier too.
Value complete_value(const Registry& registry, const Item& item,
                     const std::vector<std::string>& fields) {
  Value value = item.kind == Kind::kService ? registry::service_value(registry, item)
                                            : registry::to_value(item);
  for (const std::string& field : fields) {
    if (value[field].is_null()) value.set(field, nullptr);
  }
  return value;
}

bool is_true(const Value& value) {
  if (const bool* boolean = value.as_bool()) return *boolean;
  if (const int64_t* whole = value.as_int()) return *whole != 0;
  if (const double* number = value.as_double()) return *number != 0;
  if (const std::string* text = value.as_string()) return !text->empty();
  if (const auto* list = value.as_list()) return !list->empty();
  if (const auto* mapping = value.as_mapping()) return !mapping->empty();
  return false;
}

/// Says which entry lacks what an expression asks for: it is none there, with which little can be
/// done.
Error asked_of(const Item& item, Error error) {
  if (error.diagnostic.message.find("`none`") == std::string::npos) return error;
  error.diagnostic.notes.push_back(
      {"asked of " + std::string(registry::info(item.kind).singular) + " `" + item.name() + "`",
       item.key.location(), item.key.pointer()});
  if (error.diagnostic.help.empty()) {
    error.diagnostic.help =
        "a field that an entry lacks is none; give it a value: `tier | default(9, true) > 2`";
  }
  return error;
}

Result<std::vector<Item>> select(const Registry& registry, const Options& options) {
  if (options.where.empty()) return registry.items(options.kind);
  const auto source = std::make_shared<Source>("--where", options.where);
  const Location at{source, {0, static_cast<uint32_t>(options.where.size())}};
  const auto fields = registry::Declared::entry(options.kind).fields();
  std::vector<Item> selected;
  for (const Item& item : registry.items(options.kind)) {
    const auto answer = expr::evaluate(at, complete_value(registry, item, fields));
    if (!answer) return asked_of(item, answer.error());
    if (is_true(*answer)) selected.push_back(item);
  }
  return selected;
}

std::string table_of(const std::vector<Item>& items, Kind kind, const Context& context) {
  std::vector<std::string> headings;
  for (const Column& column : columns(kind)) headings.emplace_back(column.heading);
  report::Table table(std::move(headings));
  for (const Item& item : items) {
    std::vector<report::TableCell> row;
    for (const Column& column : columns(kind)) {
      row.emplace_back(column.field.empty() ? item.name() : field_text(item.field(column.field)));
    }
    table.add(std::move(row));
  }
  return table.render(table_options(context));
}

std::string json_of(const std::vector<Item>& items, Kind kind) {
  Value::List entries;
  for (const Item& item : items) entries.push_back(entry_json(item));
  return write_json(Value::Mapping{{"schema_version", 1},
                                   {"kind", registry::info(kind).singular},
                                   {"entries", std::move(entries)}}) +
         "\n";
}

Result<Verdict> run(const Arguments& arguments, Context& context) {
  Options options;
  options.where = arguments.get("where");
  options.json = wants_json(arguments);
  if (!arguments.positionals().empty()) {
    TIZZA_TRY(options.kind, read_kind(arguments.positional(0)));
  }
  TIZZA_TRY(const Registry registry,
            registry::open(context.files, context.environment, context.registry));
  TIZZA_TRY(const std::vector<Item> items, select(registry, options));
  context.terminal.out(options.json ? json_of(items, options.kind)
                                    : table_of(items, options.kind, context));
  if (items.empty() && !options.json) {
    const auto section = registry::info(options.kind).section;
    context.terminal.err("no " + std::string(section) + (options.where.empty() ? "" : " match") +
                         " in " + registry.path() + "\n");
  }
  return Verdict::kDone;
}

}  // namespace

const CommandSpec& registry_list_command() {
  static const CommandSpec spec = {
      .path = "registry list",
      .summary = "list services, teams, people, packages, templates or playbooks",
      .description =
          "An expression behind --where sees the fields of each entry, those that it lacks as "
          "none; "
          "of a service also `team`, its first owner.",
      .examples = {{"tizza registry list", "every service"},
                   {"tizza registry list teams", "every team"},
                   {"tizza registry list --where 'tier == 1 and \"culinary\" in owners'",
                    "those for which the expression holds"}},
      .positionals = {{"KIND",
                       "services (the default), teams, people, packages, templates, playbooks",
                       PositionalArity::kOptional}},
      .flags = {{.name = "where",
                 .arity = FlagArity::kOne,
                 .value_name = "<expression>",
                 .summary = "only entries for which it is true"},
                list_format_flag()},
      .needs = Needs::kRegistry,
      .run = run,
  };
  return spec;
}

}  // namespace tizza::commands
