#include "spec/rule.hpp"
#include "spec/wording.hpp"

namespace tizza::spec {
namespace {

Node nullable_at(Node schema, Version version) {
  if (version == Version::kSwagger20) return schema["x-nullable"];
  if (version == Version::kOpenApi30) return schema["nullable"];
  for (const Node type : schema["type"].items()) {
    if (type.text() == "null") return type;
  }
  return {};
}

void check(const TypedNode& typed, RuleContext& context) {
  const auto values = typed.node.find("enum");
  if (!values || values->value.size() == 0) return;
  const Node nullable = nullable_at(typed.node, context.api.version());
  if (!nullable || nullable.as_bool() == false) return;
  for (const Node value : values->value.items()) {
    if (value.is_null()) return;
  }
  context.report(values->key, "the enum leaves out null, which the type allows")
      .note(nullable, "null is allowed here");
}

}  // namespace

extern const Rule kNullableEnumContainsNull = {
    .id = "nullable-enum-contains-null",
    .set = RuleSet::kTizzaCore,
    .severity = Severity::kWarn,
    .recommended = Severity::kHint,
    .versions = kAllOas,
    .summary = "an enum of what may be null lists null",
    .rationale =
        "The enum is checked beside the type: null is only valid where it is one of the values.",
    .bad =
        "definitions:\n"
        "  Size: {type: string, x-nullable: true, enum: [small, large]}\n"
        "                                         ^^^^\n",
    .good =
        "definitions:\n"
        "  Size: {type: string, x-nullable: true, enum: [small, large, null]}\n",
    .on = NodeType::kSchema,
    .check = check,
};

}  // namespace tizza::spec
