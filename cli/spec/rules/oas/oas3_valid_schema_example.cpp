#include "spec/rule.hpp"

namespace tizza::spec {
namespace {

void check(const TypedNode& typed, RuleContext& context) {
  for (const std::string_view name : {"example", "default"}) {
    const auto value = typed.node.find(name);
    if (value) context.schemas.check(typed.node, value->value, context.findings);
  }
  if (context.api.version() == Version::kOpenApi30) return;  // it knows no list of examples
  for (const Node value : typed.node["examples"].items()) {
    context.schemas.check(typed.node, value, context.findings);
  }
}

}  // namespace

extern const Rule kOas3ValidSchemaExample = {
    .id = "oas3-valid-schema-example",
    .set = RuleSet::kSpectralOas,
    .severity = Severity::kError,
    .recommended = Severity::kError,
    .versions = kAllOpenApi3,
    .summary = "the examples and the `default` of a schema are valid by it",
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
    .on = NodeType::kSchema,
    .check = check,
};

}  // namespace tizza::spec
