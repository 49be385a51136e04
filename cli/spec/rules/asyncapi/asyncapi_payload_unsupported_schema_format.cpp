#include "spec/rules/asyncapi/values.hpp"
#include "spec/wording.hpp"

namespace tizza::spec {
namespace {

void check(const TypedNode& message, RuleContext& context) {
  const auto format = message.node.find("schemaFormat");
  if (!format || is_known_schema_format(format->value)) return;
  context.report(format->value, "payloads in {} are not checked", quoted(format->value.text()));
}

}  // namespace

extern const Rule kAsyncApiPayloadUnsupportedSchemaFormat = {
    .id = "asyncapi-payload-unsupported-schemaFormat",
    .set = RuleSet::kSpectralAsyncApi,
    .severity = Severity::kInfo,
    .recommended = Severity::kInfo,
    .versions = kAllAsyncApi2,
    .summary = "the payload of a message is in a schema language that can be checked",
    .rationale =
        "Payloads in Avro, Protobuf, RAML and the like are left to the tools of those "
        "languages: neither they nor the examples of their messages are checked here, "
        "which a reader of the report should know.",
    .bad =
        "schemaFormat: application/vnd.apache.avro;version=1.9.0\n"
        "              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^\n"
        "payload:\n"
        "  type: record\n"
        "  name: Pizza\n",
    .good =
        "payload:\n"
        "  type: object\n",
    .on = {NodeType::kMessage, NodeType::kMessageTrait},
    .check = check,
};

}  // namespace tizza::spec
