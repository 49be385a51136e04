#include "commands/registry_entry.hpp"

#include "base/near_names.hpp"
#include "base/strings.hpp"

namespace tizza::commands {

using registry::Item;
using registry::Kind;
using registry::KindInfo;
using registry::Registry;

Result<Kind> read_kind(std::string_view word) {
  std::vector<std::string> words;
  for (const KindInfo& kind : registry::kinds()) {
    if (word == kind.section || word == kind.singular) return kind.kind;
    words.emplace_back(kind.section);
  }
  std::string help = near_names_help(word, words);
  if (help.empty()) help = "it lists " + quoted_list(words);
  return failure("usage", "a registry has no `" + std::string(word) + "`", std::move(help));
}

Result<std::vector<Item>> find_items(const Registry& registry, const std::string& name) {
  std::vector<Item> found;
  std::vector<std::string> names;
  for (const KindInfo& kind : registry::kinds()) {
    if (const Item* item = registry.find(kind.kind, name)) found.push_back(*item);
    const auto more = registry.names(kind.kind);
    names.insert(names.end(), more.begin(), more.end());
  }
  if (!found.empty()) return found;
  std::string help = near_names_help(name, names);
  if (help.empty()) help = "`tizza registry list` shows the services";
  return failure("unknown-name", "there is no `" + name + "` in `" + registry.path() + "`",
                 std::move(help));
}

std::string field_text(Node field) {
  if (field.is_scalar()) return field.is_null() ? std::string() : std::string(field.text());
  std::vector<std::string> texts;
  for (const Node item : field.items()) texts.push_back(field_text(item));
  for (const auto& [key, value] : field.entries()) {
    texts.push_back(std::string(key.text()) + ": " + field_text(value));
  }
  return join(texts, ", ");
}

std::string place_of(const Item& item) {
  const Location at = item.key.location();
  return at.source->path() + ":" + std::to_string(at.begin().line);
}

Value entry_json(const Item& item) {
  const Location at = item.key.location();
  return Value::Mapping{{"kind", registry::info(item.kind).singular},
                        {"name", item.name()},
                        {"path", at.source->path()},
                        {"line", at.begin().line},
                        {"fields", Value::as_written(item.value)}};
}

}  // namespace tizza::commands
