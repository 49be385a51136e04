#include <algorithm>

#include "commands/all.hpp"
#include "commands/output.hpp"
#include "commands/registry_entry.hpp"
#include "registry/load.hpp"
#include "report/printable.hpp"
#include "text/writer.hpp"

namespace tizza::commands {
namespace {

using registry::Item;
using registry::Kind;
using registry::KindInfo;
using registry::Registry;

/// What is known of an entry beside its own fields.
struct Relations {
  std::vector<std::string> consumed_by;  ///< Services that say they use this one.
  std::vector<std::string> owns;         ///< What names this team among its owners.
  std::vector<Item> teams;               ///< The owners of this entry.
};

Relations relations_of(const Registry& registry, const Item& item) {
  Relations relations;
  const auto owns = [&](Kind kind) {
    for (const Item& owned : registry.items(kind)) {
      const auto owners = owned.texts("owners");
      if (std::count(owners.begin(), owners.end(), item.name()) > 0) {
        relations.owns.push_back(owned.name());
      }
    }
  };
  if (item.kind == Kind::kTeam) {
    for (const KindInfo& kind : registry::kinds()) owns(kind.kind);
  }
  if (item.kind == Kind::kService) {
    for (const Item& consumer : registry.items(Kind::kService)) {
      if (consumer.value["consumes"][item.name()]) relations.consumed_by.push_back(consumer.name());
    }
  }
  for (const std::string& owner : item.texts("owners")) {
    if (const Item* team = registry.find(Kind::kTeam, owner)) relations.teams.push_back(*team);
  }
  return relations;
}

struct Row {
  std::string field;
  std::string text;
};

/// One row a scalar or list of scalars, under its dotted name.
void add_rows(const std::string& name, Node field, std::vector<Row>& rows) {
  const bool is_nested = field.is_mapping() || (field.is_sequence() && !field.at(0).is_scalar());
  if (!is_nested || field.size() == 0) {
    if (!field.is_null() && !is_nested) {
      rows.push_back({report::printable(name), field_text(field)});
    }
    return;
  }
  const std::string prefix = name.empty() ? "" : name + ".";
  for (const auto& [key, value] : field.entries()) {
    add_rows(prefix + std::string(key.text()), value, rows);
  }
  for (size_t i = 0; i < field.size() && field.is_sequence(); ++i) {
    add_rows(prefix + std::to_string(i), field.at(i), rows);
  }
}

std::string contact(const Item& team) {
  std::vector<std::string> ways;
  for (const std::string_view field : {"email", "slack_channel", "lead"}) {
    if (!team.text(field).empty()) ways.emplace_back(team.text(field));
  }
  return join(ways, ", ");
}

std::string page_of(const Registry& registry, const Item& item, bool colour) {
  std::vector<Row> rows;
  add_rows("", item.value, rows);
  const Relations relations = relations_of(registry, item);
  for (const Item& team : relations.teams) rows.push_back({"team " + team.name(), contact(team)});
  if (!relations.owns.empty()) rows.push_back({"owns", join(relations.owns, ", ")});
  if (!relations.consumed_by.empty()) {
    rows.push_back({"consumed by", join(relations.consumed_by, ", ")});
  }
  size_t width = 0;
  for (const Row& row : rows) width = std::max(width, row.field.size());
  const std::string title = std::string(registry::info(item.kind).singular) + " " + item.name();
  std::string page = styled(title, report::Style::kHeading, colour) + "  " +
                     styled(place_of(item), report::Style::kMuted, colour) + "\n";
  for (const Row& row : rows) {
    const std::string indent = "\n" + std::string(width + 4, ' ');
    const std::string text = replace_all(report::printable(trim(row.text)), "\n", indent);
    page += "  " + row.field + std::string(width - row.field.size() + 2, ' ') + text + "\n";
  }
  return page;
}

Value list_of(const std::vector<std::string>& names) {
  return Value::List(names.begin(), names.end());
}

Value json_of(const Registry& registry, const Item& item) {
  const Relations relations = relations_of(registry, item);
  Value value = entry_json(item);
  Value::List teams;
  for (const Item& team : relations.teams) teams.push_back(registry::to_value(team));
  value.set("teams", std::move(teams));
  value.set("owns", list_of(relations.owns));
  value.set("consumed_by", list_of(relations.consumed_by));
  return value;
}

Result<Verdict> run(const Arguments& arguments, Context& context) {
  TIZZA_TRY(const Registry registry,
            registry::open(context.files, context.environment, context.registry));
  TIZZA_TRY(const auto items, find_items(registry, arguments.positional(0)));
  if (wants_json(arguments)) {
    Value::List entries;
    for (const Item& item : items) entries.push_back(json_of(registry, item));
    const Value shown = Value::Mapping{{"schema_version", 1}, {"entries", std::move(entries)}};
    context.terminal.out(write_json(shown) + "\n");
    return Verdict::kDone;
  }
  for (const Item& item : items) {
    context.terminal.out(page_of(registry, item, context.presentation.colour_out));
  }
  return Verdict::kDone;
}

}  // namespace

const CommandSpec& registry_show_command() {
  static const CommandSpec spec = {
      .path = "registry show",
      .summary = "show one entry, who owns it and who uses it",
      .description = "Where a team and a service share the name, both are shown.",
      .examples = {{"tizza registry show culinary-service", "a service"},
                   {"tizza registry show culinary --format json", "a team, for other programs"}},
      .positionals = {{"NAME", "of a service, team, person, package, template or playbook",
                       PositionalArity::kRequired, Completer::kRegistryNames}},
      .flags = {list_format_flag()},
      .needs = Needs::kRegistry,
      .run = run,
  };
  return spec;
}

}  // namespace tizza::commands
