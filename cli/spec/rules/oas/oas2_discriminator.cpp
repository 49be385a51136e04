#include "base/near_names.hpp"
#include "spec/rule.hpp"
#include "spec/wording.hpp"

namespace tizza::spec {
namespace {

void check_properties(Node schema, Node name, RuleContext& context) {
  const auto properties = schema.find("properties");
  if (properties && properties->value[name.text()]) return;
  const Place place = properties ? Place(properties->key) : Place(schema, name.span());
  auto finding = context.report(place, "discriminator {} is not a property of the schema",
                                quoted(name.text()));
  if (!finding || !properties) return;
  std::vector<std::string> names;
  for (const auto& [key, value] : properties->value.entries()) names.emplace_back(key.text());
  finding.help(near_names_help(name.text(), names));
}

void check_required(Node schema, Node name, RuleContext& context) {
  const auto required = schema.find("required");
  if (required) {
    for (const Node entry : required->value.items()) {
      if (entry.text() == name.text()) return;
    }
  }
  const Place place = required ? Place(required->key) : Place(schema, name.span());
  context.report(place, "discriminator {} is not a required property", quoted(name.text()))
      .help("add it to `required`");
}

void check(const TypedNode& typed, RuleContext& context) {
  const Node name = typed.node["discriminator"];
  if (!name.is_string()) return;
  check_properties(typed.node, name, context);
  check_required(typed.node, name, context);
}

}  // namespace

extern const Rule kOas2Discriminator = {
    .id = "oas2-discriminator",
    .set = RuleSet::kSpectralOas,
    .severity = Severity::kError,
    .recommended = Severity::kError,
    .versions = kAllSwagger,
    .summary = "the discriminator is a required property of its schema",
    .rationale =
        "Which of the derived schemas a value follows is read from this property; a "
        "value without it cannot be told apart.",
    .bad =
        "Topping:\n"
        "  discriminator: kind\n"
        "                 ^^^^\n"
        "  properties:\n"
        "    kind: {type: string}\n",
    .good =
        "Topping:\n"
        "  discriminator: kind\n"
        "  required: [kind]\n"
        "  properties:\n"
        "    kind: {type: string}\n",
    .on = NodeType::kSchema,
    .check = check,
};

}  // namespace tizza::spec
