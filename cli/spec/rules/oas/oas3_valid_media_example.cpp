#include "spec/rule.hpp"

namespace tizza::spec {
namespace {

/// Whether the body, parameter or header is sent to the service or by it.
schema::Direction direction_of(const ApiDescription& api, const TypedNode& typed) {
  for (const TypedNode* at = &typed; at->parent != kNoIndex; at = &api.parent(*at)) {
    if (at->type() == NodeType::kResponse) return schema::Direction::kResponse;
    if (at->type() == NodeType::kRequestBody || at->type() == NodeType::kParameter) {
      return schema::Direction::kRequest;
    }
  }
  return schema::Direction::kNone;
}

/// The value that an example object holds; nothing where it stands elsewhere (`externalValue`).
Node value_of(Node example) {
  const auto data = example.find("dataValue");
  if (data) return data->value;
  return example["value"];
}

void check(const TypedNode& typed, RuleContext& context) {
  const auto schema = typed.node.find("schema");
  if (!schema) return;
  const auto direction = direction_of(context.api, typed);
  // A parameter is described by its value, a body by its media type.
  const bool is_body = typed.type() == NodeType::kMediaType;
  const std::string_view media_type =
      is_body ? context.api.label(typed).text() : std::string_view("application/json");
  const auto check_value = [&](Node value) {
    if (!value) return;
    context.schemas.check_media(media_type, schema->value, value, context.findings, direction);
  };
  check_value(typed.node["example"]);
  for (const auto& [name, example] : typed.node["examples"].entries()) {
    check_value(value_of(context.api.target(example)));
  }
}

}  // namespace

extern const Rule kOas3ValidMediaExample = {
    .id = "oas3-valid-media-example",
    .set = RuleSet::kSpectralOas,
    .severity = Severity::kError,
    .recommended = Severity::kError,
    .versions = kAllOpenApi3,
    .summary = "the examples of bodies, parameters and headers are valid by their schemas",
    .rationale =
        "Readers copy examples and mock servers send them. One that the schema beside it "
        "refuses says that one of the two is wrong. What is read-only may be left out of "
        "requests, what is write-only out of responses.",
    .bad =
        "schema:\n"
        "  type: object\n"
        "  properties:\n"
        "    price: {type: number}\n"
        "example:\n"
        "  price: cheap\n"
        "         ^^^^^\n",
    .good =
        "schema:\n"
        "  type: object\n"
        "  properties:\n"
        "    price: {type: number}\n"
        "example:\n"
        "  price: 9.5\n",
    .on = {NodeType::kMediaType, NodeType::kParameter, NodeType::kHeader},
    .check = check,
};

}  // namespace tizza::spec
