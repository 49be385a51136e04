#include <map>
#include <unordered_set>

#include "spec/component_places.hpp"
#include "spec/rule.hpp"
#include "spec/wording.hpp"

namespace tizza::spec {
namespace {

/// A component and where it got its name.
struct Named {
  Node component;
  Node at;
};

/// The component of the description itself with this name; nothing where it has none.
Named own(const ApiDescription& api, const std::string& section, std::string_view name) {
  const auto entry = api.document().resolve(section).find(name);
  return entry ? Named{api.target(entry->value), entry->key} : Named();
}

void check(const TypedNode&, RuleContext& context) {
  const ApiDescription& api = context.api;
  const ComponentPlaces places(api);
  std::map<std::pair<std::string, std::string>, Named> known;
  std::unordered_set<Node, NodeHash> reported;
  for (const Reference& reference : api.references()) {
    if (!reference.replaces() || !reference.target) continue;
    const Node end = places.end_of(reference);
    const auto section = section_of(reference, api.version());
    if (!section || !end || &end.document() == &api.document()) continue;
    const std::string name = component_name(reference.value.text());
    const auto [found, is_new] = known.try_emplace({*section, name});
    Named& first = found->second;
    if (is_new) first = own(api, *section, name);
    if (!first.component) first = {end, reference.value};
    if (first.component == end || !reported.insert(end).second) continue;
    context
        .report(reference.value, "{} is the name of another component of {} too", quoted(name),
                quoted(*section))
        .note(first.at, "the other one");
  }
}

}  // namespace

extern const Rule kComponentNameUnique = {
    .id = "component-name-unique",
    .set = RuleSet::kTizzaCore,
    .severity = Severity::kInfo,
    .is_opt_in = true,
    .recommended = std::nullopt,
    .versions = kAllVersions,
    .summary = "components of several files have different names",
    .rationale =
        "In one file, as bundlers write it and code generators read it, two components of one "
        "kind and name cannot stand: one of them gets a number, and so does its class.",
    .bad =
        "definitions:\n"
        "  pizza: {type: string}\n"
        "  Menu: {type: object, properties: {first: {$ref: schemas/pizza.yaml}}}\n"
        "                                                  ^^^^^^^^^^^^^^^^^^\n",
    .good =
        "definitions:\n"
        "  dough: {type: string}\n"
        "  Menu: {type: object, properties: {first: {$ref: schemas/pizza.yaml}}}\n",
    .on = NodeType::kRoot,
    .check = check,
};

}  // namespace tizza::spec
