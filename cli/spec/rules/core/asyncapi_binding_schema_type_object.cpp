#include "spec/rule.hpp"
#include "spec/rules/asyncapi/object_schema.hpp"

namespace tizza::spec {
namespace {

void check(const TypedNode& typed, RuleContext& context) {
  for (const std::string_view protocol : {"http", "ws"}) {
    for (const std::string_view field : {"query", "headers"}) {
      check_object_schema(typed.node[protocol], field, context);
    }
  }
}

}  // namespace

extern const Rule kAsyncApiBindingSchemaTypeObject = {
    .id = "asyncapi-binding-schema-type-object",
    .set = RuleSet::kTizzaCore,
    .severity = Severity::kError,
    .recommended = Severity::kError,
    .versions = kAllAsyncApi,
    .summary = "schemas of headers and queries in bindings have the type `object`",
    .rationale =
        "Headers and query parameters are names with values; the http and ws bindings "
        "say that their schemas MUST be of the type `object`.",
    .bad =
        "bindings:\n"
        "  http:\n"
        "    query: {type: string}\n"
        "                  ^^^^^^\n",
    .good =
        "bindings:\n"
        "  http:\n"
        "    query:\n"
        "      type: object\n"
        "      properties:\n"
        "        size: {type: integer}\n",
    .on = {NodeType::kChannelBindings, NodeType::kOperationBindings, NodeType::kMessageBindings},
    .check = check,
};

}  // namespace tizza::spec
