#include <cmath>

#include "spec/rule.hpp"
#include "spec/wording.hpp"

namespace tizza::spec {
namespace {

bool has_type(std::string_view type, Node value) {
  if (type == "object") return value.is_mapping();
  if (type == "array") return value.is_sequence();
  if (type == "string") return value.is_string();
  if (type == "boolean") return value.is_bool();
  if (type == "null") return value.is_null();
  if (type == "number") return value.is_number();
  if (type != "integer") return true;  // an unknown type is another finding
  const auto number = value.as_double();
  return number && *number == std::floor(*number);
}

bool has_some_type(Node types, Node value) {
  if (types.is_scalar()) return has_type(types.text(), value);
  for (const Node type : types.items()) {
    if (has_type(type.text(), value)) return true;
  }
  return types.size() == 0;
}

/// Whether null is allowed beside the type, as the format of the description has it.
bool is_nullable(Node schema, Version version) {
  if (version == Version::kSwagger20) return schema["x-nullable"].as_bool() == true;
  return version == Version::kOpenApi30 && schema["nullable"].as_bool() == true;
}

void check(const TypedNode& typed, RuleContext& context) {
  const auto values = typed.node.find("enum");
  const auto type = typed.node.find("type");
  if (!values || !type) return;
  for (const Node value : values->value.items()) {
    if (has_some_type(type->value, value)) continue;
    if (value.is_null() && is_nullable(typed.node, context.api.version())) continue;
    context
        .report(value, "{} is not of the type {}", described(value),
                type->value.is_scalar() ? quoted(type->value.text()) : "that the schema has")
        .note(type->value, "the type");
  }
}

}  // namespace

extern const Rule kTypedEnum = {
    .id = "typed-enum",
    .set = RuleSet::kSpectralOas,
    .severity = Severity::kWarn,
    .recommended = Severity::kWarn,
    .versions = kAllVersions,
    .summary = "the values of an enum have the type that stands beside it",
    .rationale =
        "A value of another type can never be valid. In YAML the reason is mostly a value "
        "that lacks quotes, or that has too many.",
    .bad =
        "type: string\n"
        "enum: [small, large, 40]\n"
        "                     ^^\n",
    .good =
        "type: string\n"
        "enum: [small, large, '40']\n",
    .on = {NodeType::kSchema, NodeType::kParameter, NodeType::kItems, NodeType::kHeader},
    .check = check,
};

}  // namespace tizza::spec
