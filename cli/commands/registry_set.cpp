#include "base/strings.hpp"
#include "commands/all.hpp"
#include "commands/registry_change.hpp"
#include "commands/registry_entry.hpp"
#include "registry/load.hpp"

namespace tizza::commands {
namespace {

using registry::Item;
using registry::Registry;

/// The one entry with the name, of the kind behind `--kind` where several kinds have it.
Result<Item> find_item(const Registry& registry, const std::string& name,
                       const std::string& wanted) {
  TIZZA_TRY(const auto items, find_items(registry, name));
  std::vector<std::string> kinds;
  for (const Item& item : items) {
    const std::string kind(registry::info(item.kind).singular);
    if (wanted == kind || (wanted.empty() && items.size() == 1)) return item;
    kinds.push_back(kind);
  }
  if (!wanted.empty()) {
    return failure("unknown-name", "there is no " + wanted + " `" + name + "`",
                   "`" + name + "` is a " + quoted_list(kinds));
  }
  return failure("usage", "`" + name + "` names a " + quoted_list(kinds),
                 "say which with `--kind " + kinds.front() + "`");
}

Result<Verdict> run(const Arguments& arguments, Context& context) {
  const std::string name = arguments.positional(0);
  const auto plan = [&](const Registry& registry) -> Result<registry::FileChange> {
    TIZZA_TRY(const Item item, find_item(registry, name, arguments.get("kind")));
    TIZZA_TRY(const auto assignments, read_assignments(item.kind, arguments));
    return registry::set_fields(item, assignments);
  };
  return change_registry(plan, "changed `" + name + "` in", "tizza registry show " + name,
                         arguments, context);
}

}  // namespace

const CommandSpec& registry_set_command() {
  static const CommandSpec spec = {
      .path = "registry set",
      .summary = "set fields of an entry",
      .description =
          "The entry is changed where it stands, in the root file or an included one; "
          "every other byte stays. A change that breaks the registry is refused.",
      .examples = {{"tizza registry set culinary-service tier=2 links.logs=https://logs.tizza.com",
                    "names with dots reach nested fields"},
                   {"tizza registry set culinary-service owners=culinary,platform",
                    "a list takes commas"}},
      .positionals = {{"NAME", "of the entry", PositionalArity::kRequired,
                       Completer::kRegistryNames},
                      {"FIELD=VALUE", "what to set", PositionalArity::kAtLeastOne,
                       Completer::kRegistryFields}},
      .flags = {{.name = "kind",
                 .arity = FlagArity::kOne,
                 .value_name = "<kind>",
                 .summary = "where several kinds have an entry of this name",
                 .choices = {"team", "person", "service", "package", "template", "playbook"}},
                dry_run_flag()},
      .needs = Needs::kRegistry,
      .changes = Changes::kLocal,
      .run = run,
  };
  return spec;
}

}  // namespace tizza::commands
