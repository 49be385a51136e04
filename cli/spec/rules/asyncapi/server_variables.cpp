#include "spec/rules/asyncapi/server_variables.hpp"

#include <algorithm>
#include <string>
#include <vector>

#include "base/near_names.hpp"
#include "spec/rules/template_text.hpp"
#include "spec/wording.hpp"

namespace tizza::spec {
namespace {

/// A name in braces and the text that holds it.
struct Use {
  Node text;
  std::string_view name;
};

std::vector<Use> uses_in(std::span<const Node> texts) {
  std::vector<Use> uses;
  for (const Node text : texts) {
    for (const auto name : template_names(text.text())) {
      if (!name.empty()) uses.push_back({text, name});
    }
  }
  return uses;
}

}  // namespace

void check_default_in_enum(Node variable, RuleContext& context) {
  const Node preset = variable["default"];
  const Node values = variable["enum"];
  if (!preset.is_string() || !values.is_sequence()) return;
  std::vector<std::string> known;
  for (const Node value : values.items()) {
    if (value.text() == preset.text()) return;
    known.emplace_back(value.text());
  }
  auto finding =
      context.report(preset, "default {} is not one of the values", quoted(preset.text()));
  if (finding) finding.note(values, "these values").help(near_names_help(preset.text(), known));
}

void check_server_variables(const TypedNode& server, std::span<const Node> texts,
                            RuleContext& context) {
  const auto variables = server.node.find("variables");
  if (variables && !variables->value.is_mapping()) return;
  const auto uses = uses_in(texts);
  for (const auto& [text, name] : uses) {
    if (variables && variables->value[name]) continue;
    const Place place = part_of(text, "{" + std::string(name) + "}");
    const Place at = variables ? Place(variables->key) : Place(server.node, place.span);
    auto finding = context.report(at, "variable `{}` is not described in `variables`", name);
    if (variables) finding.note(place, "this variable");
  }
  if (!variables) return;
  for (const auto& [name, written] : variables->value.entries()) {
    const bool is_used = std::any_of(
        uses.begin(), uses.end(), [key = name.text()](const Use& use) { return use.name == key; });
    if (is_used) {
      check_default_in_enum(context.api.target(written), context);
    } else {
      auto finding = context.report(name, "variable {} is not used", quoted(name.text()));
      for (const Node text : texts) finding.note(text, "not in here");
    }
  }
}

}  // namespace tizza::spec
