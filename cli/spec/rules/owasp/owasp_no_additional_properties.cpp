#include <unordered_set>

#include "spec/rule.hpp"
#include "spec/rules/fields.hpp"
#include "spec/rules/http.hpp"
#include "spec/wording.hpp"

namespace tizza::spec {
namespace {

/// Whether nothing but the named properties is taken, or what else there is has bounds.
bool is_closed(Node schema) {
  const Node additional = schema["additionalProperties"];
  if (additional.as_bool() == false || schema["unevaluatedProperties"].as_bool() == false)
    return true;
  return additional.is_mapping() && schema["maxProperties"];
}

void check(const TypedNode&, RuleContext& context) {
  std::unordered_set<Node, NodeHash> seen;
  for (const OperationUse& use : context.facts.operations()) {
    for (const Body& body : request_bodies(context.api, use)) {
      if (!has_type(body.schema, "object") || is_closed(body.schema) ||
          !seen.insert(body.schema).second)
        continue;
      context
          .report(by_field(body.schema, "type"),
                  "what `{}` of {} takes may have any property beside those that are known",
                  use.verb.text(), quoted(use.address.text()))
          .help("set `additionalProperties: false`");
    }
  }
}

}  // namespace

extern const Rule kOwaspNoAdditionalProperties = {
    .id = "owasp-no-additional-properties",
    .set = RuleSet::kTizzaOwasp,
    .severity = Severity::kWarn,
    .recommended = std::nullopt,
    .versions = kAllOas,
    .summary = "bodies that clients send take no unknown properties",
    .rationale =
        "API3:2023, broken object property level authorization: where unknown properties are "
        "taken over, a client sets `is_admin`.",
    .bad =
        "paths:\n"
        "  /pizzas:\n"
        "    post:\n"
        "      parameters:\n"
        "      - {name: pizza, in: body, schema: {type: object, properties: {title: {type: "
        "string}}}}\n"
        "                                               ^^^^^^\n"
        "      responses: {200: {description: it}}\n",
    .good =
        "paths:\n"
        "  /pizzas:\n"
        "    post:\n"
        "      parameters:\n"
        "      - {name: pizza, in: body, schema: {type: object, additionalProperties: false, "
        "properties: {title: {type: string}}}}\n"
        "      responses: {200: {description: it}}\n",
    .on = NodeType::kRoot,
    .check = check,
};

}  // namespace tizza::spec
