#include "base/near_names.hpp"
#include "spec/rule.hpp"
#include "spec/wording.hpp"

namespace tizza::spec {
namespace {

void check(const TypedNode& typed, RuleContext& context) {
  const Node name = typed.node["discriminator"];
  if (!name.is_string()) return;
  const Node properties = typed.node["properties"];
  if (!properties[name.text()]) {
    auto finding = context.report(name, "discriminator {} is not a property of the schema",
                                  quoted(name.text()));
    if (!finding) return;
    std::vector<std::string> names;
    for (const auto& [key, value] : properties.entries()) names.emplace_back(key.text());
    finding.help(near_names_help(name.text(), names));
    return;
  }
  const auto required = typed.node.find("required");
  if (required) {
    for (const Node entry : required->value.items()) {
      if (entry.text() == name.text()) return;
    }
  }
  context.report(name, "discriminator {} is not a required property", quoted(name.text()))
      .help("add it to `required`");
}

}  // namespace

extern const Rule kAsyncApiDiscriminator = {
    .id = "asyncapi-discriminator",
    .set = RuleSet::kTizzaCore,
    .severity = Severity::kError,
    .recommended = Severity::kError,
    .versions = kAllAsyncApi,
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
