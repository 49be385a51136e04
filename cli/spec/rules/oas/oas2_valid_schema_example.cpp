#include "spec/rule.hpp"

namespace tizza::spec {
namespace {

void check(const TypedNode& typed, RuleContext& context) {
  for (const std::string_view name : {"example", "x-example", "default"}) {
    const auto value = typed.node.find(name);
    if (value) context.schemas.check(typed.node, value->value, context.findings);
  }
}

}  // namespace

extern const Rule kOas2ValidSchemaExample = {
    .id = "oas2-valid-schema-example",
    .set = RuleSet::kSpectralOas,
    .severity = Severity::kError,
    .recommended = Severity::kError,
    .versions = kAllSwagger,
    .summary = "the `example` and the `default` of a schema or parameter are valid by it",
    .rationale =
        "Readers copy examples, mock servers send them and generated tests use them. One "
        "that its own schema refuses says that one of the two is wrong.",
    .bad =
        "type: object\n"
        "required: [name]\n"
        "properties:\n"
        "  name: {type: string}\n"
        "example:\n"
        "^^^^^^^\n"
        "  title: Margherita\n",
    .good =
        "type: object\n"
        "required: [name]\n"
        "properties:\n"
        "  name: {type: string}\n"
        "example:\n"
        "  name: Margherita\n",
    .on = {NodeType::kSchema, NodeType::kParameter, NodeType::kItems, NodeType::kHeader},
    .check = check,
};

}  // namespace tizza::spec
