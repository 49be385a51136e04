#include "spec/rules/discriminator.hpp"

#include "base/near_names.hpp"
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

}  // namespace

void check_discriminator(const TypedNode& schema, RuleContext& context) {
  const Node name = schema.node["discriminator"];
  if (!name.is_string()) return;
  check_properties(schema.node, name, context);
  check_required(schema.node, name, context);
}

}  // namespace tizza::spec
