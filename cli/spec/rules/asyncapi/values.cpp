#include "spec/rules/asyncapi/values.hpp"

#include "spec/rules/asyncapi/traits.hpp"

namespace tizza::spec {
namespace {

/// The schema that stands there, references followed and taken out of its wrapper; nothing where it
/// is in a language that is not ours.
Node usable_schema(const ApiDescription& api, Node written) {
  const Node schema = api.target(written);
  if (!schema || !kAllAsyncApi3.has(api.version()) || !schema["schema"]) return schema;
  return is_known_schema_format(schema["schemaFormat"]) ? api.target(schema["schema"]) : Node();
}

void check_list(Node examples, Node payload, const std::vector<Node>& headers,
                RuleContext& context) {
  for (const Node example : examples.items()) {
    const auto content = example.find("payload");
    if (content && payload) context.schemas.check(payload, content->value, context.findings);
    const auto named = example.find("headers");
    if (!named) continue;
    for (const Node schema : headers) {
      context.schemas.check(schema, named->value, context.findings);
    }
  }
}

/// Whether the schema is the payload of a message, and not a part of one.
bool is_payload(const ApiDescription& api, const TypedNode& schema) {
  const TypedNode* at = &schema;
  if (at->parent == kNoIndex) return false;
  if (api.parent(*at).type() == NodeType::kMultiFormatSchema) at = &api.parent(*at);
  if (at->parent == kNoIndex || api.label(*at).text() != "payload") return false;
  const NodeType holder = api.parent(*at).type();
  return holder == NodeType::kMessage || holder == NodeType::kMessageTrait;
}

void check_default(const TypedNode& schema, RuleContext& context) {
  const auto value = schema.node.find("default");
  if (value) context.schemas.check(schema.node, value->value, context.findings);
}

void check_examples(const TypedNode& schema, RuleContext& context) {
  for (const Node value : schema.node["examples"].items()) {
    context.schemas.check(schema.node, value, context.findings);
  }
}

}  // namespace

bool is_known_schema_format(Node schema_format) {
  if (!schema_format) return true;
  const std::string_view name = schema_format.text();
  return name.starts_with("application/vnd.aai.asyncapi") ||
         name.starts_with("application/schema+json") || name.starts_with("application/schema+yaml");
}

void check_payload_default(const TypedNode& schema, RuleContext& context) {
  if (is_payload(context.api, schema)) check_default(schema, context);
}

void check_payload_examples(const TypedNode& schema, RuleContext& context) {
  if (is_payload(context.api, schema)) check_examples(schema, context);
}

void check_schema_default(const TypedNode& schema, RuleContext& context) {
  if (!is_payload(context.api, schema)) check_default(schema, context);
}

void check_schema_examples(const TypedNode& schema, RuleContext& context) {
  if (!is_payload(context.api, schema)) check_examples(schema, context);
}

void check_message_examples(const TypedNode& message, RuleContext& context) {
  const ApiDescription& api = context.api;
  const Node node = message.node;
  std::vector<Node> headers;
  const auto add_headers = [&](Node holder) {
    // In 2.0.0-rc1 they are a mapping of schemas.
    if (api.version() == Version::kAsyncApi20Rc1) return;
    if (const Node schema = usable_schema(api, holder["headers"])) headers.push_back(schema);
  };
  add_headers(node);
  for (const Node trait : node["traits"].items()) add_headers(api.target(trait));
  const bool is_readable = is_known_schema_format(effective(api, node, "schemaFormat"));
  const Node payload = is_readable ? usable_schema(api, node["payload"]) : Node();
  check_list(node["examples"], payload, headers, context);
  for (const Node trait : node["traits"].items()) {
    check_list(api.target(trait)["examples"], payload, headers, context);
  }
}

}  // namespace tizza::spec
