#include "spec/rule.hpp"
#include "spec/rules/asyncapi/object_schema.hpp"
#include "spec/rules/asyncapi/values.hpp"

namespace tizza::spec {
namespace {

void check(const TypedNode& typed, RuleContext& context) {
  const Node headers = context.api.target(typed.node["headers"]);
  if (!headers["schema"]) {
    check_object_schema(typed.node, "headers", context);
  } else if (!headers["schemaFormat"] || is_known_schema_format(headers["schemaFormat"])) {
    check_object_schema(headers, "schema", context);
  }
}

}  // namespace

extern const Rule kAsyncApi3HeadersSchemaTypeObject = {
    .id = "asyncapi-3-headers-schema-type-object",
    .set = RuleSet::kSpectralAsyncApi,
    .severity = Severity::kError,
    .recommended = Severity::kError,
    .versions = kAllAsyncApi3,
    .summary = "the schema of headers has the type `object`",
    .rationale =
        "Headers are names with values; the specification says that their schema MUST "
        "be of the type `object`.",
    .bad =
        "headers:\n"
        "  type: string\n"
        "        ^^^^^^\n",
    .good =
        "headers:\n"
        "  type: object\n"
        "  properties:\n"
        "    correlation_id: {type: string}\n",
    .on = {NodeType::kMessage, NodeType::kMessageTrait},
    .check = check,
};

}  // namespace tizza::spec
