#include <map>

#include "spec/rule.hpp"
#include "spec/wording.hpp"

namespace tizza::spec {
namespace {

/// Where a type was given first.
using Types = std::map<std::string_view, Node>;

bool has_common(Node a, Node b) {
  const auto fits = [](std::string_view one, std::string_view other) {
    return one == other || (one == "number" && other == "integer") ||
           (one == "integer" && other == "number");
  };
  const auto in = [&](std::string_view one, Node types) {
    if (types.is_scalar()) return fits(one, types.text());
    for (const Node type : types.items()) {
      if (fits(one, type.text())) return true;
    }
    return false;
  };
  if (a.is_scalar()) return in(a.text(), b);
  for (const Node type : a.items()) {
    if (in(type.text(), b)) return true;
  }
  return false;
}

void compare(std::string_view name, Node type, Types& known, Node at, RuleContext& context) {
  if (!type) return;
  const auto [first, is_new] = known.emplace(name, type);
  if (is_new || has_common(first->second, type)) return;
  auto finding = name.empty() ? context.report(at, "parts of `allOf` ask for different types")
                              : context.report(at, "parts of `allOf` ask for different types of {}",
                                               quoted(name));
  finding.note(first->second, "one type").note(type, "another type");
}

void check(const TypedNode& typed, RuleContext& context) {
  const auto parts = typed.node.find("allOf");
  if (!parts) return;
  Types types;
  const auto add = [&](Node schema) {
    compare("", schema["type"], types, parts->key, context);
    for (const auto& [name, written] : schema["properties"].entries()) {
      compare(name.text(), context.api.target(written)["type"], types, parts->key, context);
    }
  };
  add(typed.node);
  for (const Node part : parts->value.items()) add(context.api.target(part));
}

}  // namespace

extern const Rule kAllOfConflicts = {
    .id = "allof-conflicts",
    .set = RuleSet::kTizzaCore,
    .severity = Severity::kWarn,
    .recommended = Severity::kWarn,
    .versions = kAllOas,
    .summary = "the parts of `allOf` do not exclude each other",
    .rationale =
        "A value has to fit all parts. Where two ask for different types, of the whole or of "
        "one property, no value can.",
    .bad =
        "definitions:\n"
        "  Pizza:\n"
        "    allOf:\n"
        "    ^^^^^\n"
        "    - {type: object, properties: {id: {type: integer}}}\n"
        "    - {type: object, properties: {id: {type: string}}}\n",
    .good =
        "definitions:\n"
        "  Pizza:\n"
        "    allOf:\n"
        "    - {type: object, properties: {id: {type: integer}}}\n"
        "    - {type: object, properties: {title: {type: string}}}\n",
    .on = NodeType::kSchema,
    .check = check,
};

}  // namespace tizza::spec
