#include "registry/model.hpp"

#include <algorithm>

#include "base/paths.hpp"

namespace tizza::registry {
namespace {

constexpr std::array<KindInfo, kKindCount> kKinds = {{
    {Kind::kTeam, "teams", "team"},
    {Kind::kPerson, "people", "person"},
    {Kind::kService, "services", "service"},
    {Kind::kPackage, "packages", "package"},
    {Kind::kTemplate, "templates", "template"},
    {Kind::kPlaybook, "playbooks", "playbook"},
}};

Value named(std::string name, const Value& fields) {
  Value value;
  value.set("name", std::move(name));
  if (const auto* members = fields.as_mapping()) {
    for (const auto& [key, field] : *members) {
      if (key != "name") value.set(key, field);
    }
  }
  return value;
}

Value team_value(const Registry& registry, const Item& team) {
  Value value = to_value(team);
  if (const Item* lead = registry.find(Kind::kPerson, team.text("lead"))) {
    // A person's own name field is the display name; the key is only an identifier.
    value.set("lead", Value::as_written(lead->value));
  }
  return value;
}

}  // namespace

bool is_name(std::string_view name) {
  constexpr size_t kLongest = 63;
  const auto is_plain = [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); };
  return !name.empty() && name.size() <= kLongest && is_plain(name[0]) &&
         std::all_of(name.begin(), name.end(), [&](char c) { return is_plain(c) || c == '-'; });
}

std::span<const KindInfo, kKindCount> kinds() {
  return kKinds;
}

const KindInfo& info(Kind kind) {
  return kKinds[static_cast<size_t>(kind)];
}

Node Item::field(std::string_view name) const {
  Node node = value;
  for (const auto part : split(name, '.')) node = node[part];
  return node;
}

std::vector<std::string> Item::texts(std::string_view field) const {
  const Node node = value[field];
  std::vector<std::string> texts;
  if (node.is_scalar()) texts.emplace_back(node.text());
  for (const Node item : node.items()) texts.emplace_back(item.text());
  return texts;
}

std::string Registry::folder() const {
  return parent_path(path_);
}

std::vector<std::string> Registry::names(Kind kind) const {
  std::vector<std::string> names;
  for (const Item& item : items(kind)) names.push_back(item.name());
  return names;
}

const Item* Registry::find(Kind kind, std::string_view name) const {
  const Table& table = tables_[static_cast<size_t>(kind)];
  const auto found = table.by_name.find(name);
  return found == table.by_name.end() ? nullptr : &table.items[found->second];
}

Node Registry::settings() const {
  return documents_.empty() ? Node() : documents_.front()->root()["settings"];
}

bool Registry::add_item(const Item& item) {
  Table& table = tables_[static_cast<size_t>(item.kind)];
  const bool is_new = table.by_name.emplace(item.name(), table.items.size()).second;
  if (is_new) table.items.push_back(item);
  return is_new;
}

Value to_value(const Item& item) {
  return named(item.name(), Value::as_written(item.value));
}

Value service_value(const Registry& registry, const Item& service) {
  Value value = to_value(service);
  const auto owners = service.texts("owners");
  const Item* team = owners.empty() ? nullptr : registry.find(Kind::kTeam, owners.front());
  if (team) value.set("team", team_value(registry, *team));
  Value environments{Value::Mapping{}};
  for (const auto& [name, fields] : service.value["environments"].entries()) {
    environments.set(std::string(name.text()),
                     named(std::string(name.text()), Value::as_written(fields)));
  }
  value.set("environments", std::move(environments));
  return value;
}

}  // namespace tizza::registry
