#include "spec/rules/asyncapi/values.hpp"
#include "spec/wording.hpp"

namespace tizza::spec {
namespace {

void check(const TypedNode& wrapper, RuleContext& context) {
  const auto format = wrapper.node.find("schemaFormat");
  const bool is_of_message = context.api.label(wrapper).text() == "payload";
  if (!format || !is_of_message || is_known_schema_format(format->value)) return;
  context.report(format->value, "payloads in {} are not checked", quoted(format->value.text()));
}

}  // namespace

extern const Rule kAsyncApi3PayloadUnsupportedSchemaFormat = {
    .id = "asyncapi-3-payload-unsupported-schemaFormat",
    .set = RuleSet::kSpectralAsyncApi,
    .severity = Severity::kInfo,
    .recommended = Severity::kInfo,
    .versions = kAllAsyncApi3,
    .summary = "the payload of a message is in a schema language that can be checked",
    .rationale =
        "Payloads in Avro, Protobuf, RAML and the like are left to the tools of those "
        "languages: neither they nor the examples of their messages are checked here, "
        "which a reader of the report should know.",
    .bad =
        "payload:\n"
        "  schemaFormat: application/vnd.apache.avro;version=1.9.0\n"
        "                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^\n"
        "  schema:\n"
        "    type: record\n"
        "    name: Pizza\n",
    .good =
        "payload:\n"
        "  type: object\n",
    .on = NodeType::kMultiFormatSchema,
    .check = check,
};

}  // namespace tizza::spec
