#include "spec/rule.hpp"
#include "spec/rules/asyncapi/object_schema.hpp"

namespace tizza::spec {
namespace {

void check(const TypedNode& typed, RuleContext& context) {
  check_object_schema(typed.node, "headers", context);
}

}  // namespace

extern const Rule kAsyncApiHeadersSchemaTypeObject = {
    .id = "asyncapi-headers-schema-type-object",
    .set = RuleSet::kSpectralAsyncApi,
    .severity = Severity::kError,
    .recommended = Severity::kError,
    .versions = Versions::range(Version::kAsyncApi20Rc2, Version::kAsyncApi26),
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
