#include "spec/rule.hpp"

namespace tizza::spec {
namespace {

/// What says the same since OpenAPI 3.1.
std::string in_new_words(Node schema) {
  if (schema["nullable"].as_bool() != true) return "take it away";
  const Node type = schema["type"];
  if (!type.is_string()) return "let `type` have `\"null\"` among its types";
  return "write `type: [" + std::string(type.text()) + ", \"null\"]`";
}

void check(const TypedNode& typed, RuleContext& context) {
  const auto nullable = typed.node.find("nullable");
  if (!nullable || !nullable->value.is_bool()) return;
  context.report(nullable->key, "`nullable` says nothing since OpenAPI 3.1")
      .help(in_new_words(typed.node));
}

}  // namespace

extern const Rule kNullableWithoutEffect = {
    .id = "nullable-without-effect",
    .set = RuleSet::kTizzaCore,
    .severity = Severity::kHint,
    .recommended = Severity::kHint,
    .versions = Versions::range(Version::kOpenApi31, Version::kOpenApi32),
    .summary = "schemas since OpenAPI 3.1 say null by their type",
    .rationale =
        "Schemas are JSON Schema since OpenAPI 3.1, which does not know `nullable`: a null is "
        "refused as if the word were not there.",
    .bad =
        "components:\n"
        "  schemas:\n"
        "    Price: {type: number, nullable: true}\n"
        "                          ^^^^^^^^\n",
    .good =
        "components:\n"
        "  schemas:\n"
        "    Price: {type: [number, 'null']}\n",
    .on = NodeType::kSchema,
    .check = check,
};

}  // namespace tizza::spec
