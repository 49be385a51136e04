#include "spec/rule.hpp"

namespace tizza::spec {
namespace {

void check(const TypedNode& typed, RuleContext& context) {
  const auto schema = typed.node.find("schema");
  if (!schema) return;
  for (const auto& [media_type, value] : typed.node["examples"].entries()) {
    context.schemas.check_media(media_type.text(), schema->value, value, context.findings,
                                schema::Direction::kResponse);
  }
}

}  // namespace

extern const Rule kOas2ValidMediaExample = {
    .id = "oas2-valid-media-example",
    .set = RuleSet::kSpectralOas,
    .severity = Severity::kError,
    .recommended = Severity::kError,
    .versions = kAllSwagger,
    .summary = "the examples of a response are valid by its schema",
    .rationale =
        "Readers copy examples and mock servers send them. One that the schema of its own "
        "response refuses says that one of the two is wrong.",
    .bad =
        "description: The pizza\n"
        "schema:\n"
        "  type: object\n"
        "  properties:\n"
        "    price: {type: number}\n"
        "examples:\n"
        "  application/json: {price: cheap}\n"
        "                            ^^^^^\n",
    .good =
        "description: The pizza\n"
        "schema:\n"
        "  type: object\n"
        "  properties:\n"
        "    price: {type: number}\n"
        "examples:\n"
        "  application/json: {price: 9.5}\n",
    .on = NodeType::kResponse,
    .check = check,
};

}  // namespace tizza::spec
