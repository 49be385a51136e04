#include <map>
#include <vector>

#include "spec/rule.hpp"
#include "spec/rules/http.hpp"
#include "spec/wording.hpp"

namespace tizza::spec {
namespace {

/// Whether the properties of an object become parameters of their own: `form` with `explode`.
bool is_spread(Node parameter) {
  const Node style = parameter["style"];
  return (!style || style.text() == "form") && parameter["explode"].as_bool() != false;
}

bool is_nested(Node schema) {
  return has_type(schema, "object") || schema["properties"] || has_type(schema, "array");
}

void check_nesting(Node parameter, Node schema, RuleContext& context) {
  const bool takes_arrays = is_spread(parameter);
  for (const auto& [name, written] : schema["properties"].entries()) {
    const Node property = context.api.target(written);
    if (!is_nested(property) || (takes_arrays && has_type(property, "array"))) continue;
    context
        .report({parameter, parameter["name"].span()},
                "property {} of the query parameter {} nests, for which no style is defined",
                quoted(name.text()), quoted(parameter["name"].text()))
        .note(name, "this property");
    return;
  }
}

void check(const TypedNode&, RuleContext& context) {
  for (const OperationUse& use : context.facts.operations()) {
    std::map<std::string_view, Node> names;
    std::vector<Node> queries;
    for (const Node parameter : parameters_of(context.api, use)) {
      if (parameter["in"].text() != "query" || parameter["content"]) continue;
      names.emplace(parameter["name"].text(), parameter);
      if (value_schema(context.api, parameter)["properties"]) queries.push_back(parameter);
    }
    for (const Node parameter : queries) {
      const Node schema = value_schema(context.api, parameter);
      check_nesting(parameter, schema, context);
      if (!is_spread(parameter)) continue;
      for (const auto& [name, property] : schema["properties"].entries()) {
        const auto other = names.find(name.text());
        if (other == names.end() || other->second == parameter) continue;
        context
            .report({parameter, parameter["name"].span()},
                    "property {} of the query parameter {} has the name of another parameter",
                    quoted(name.text()), quoted(parameter["name"].text()))
            .note(other->second["name"], "the other one");
      }
    }
  }
}

}  // namespace

extern const Rule kAmbiguousParameterSerialization = {
    .id = "ambiguous-parameter-serialization",
    .set = RuleSet::kTizzaCore,
    .severity = Severity::kWarn,
    .recommended = Severity::kHint,
    .versions = kAllOpenApi3,
    .summary = "a parameter can be read back from the URL",
    .rationale =
        "The styles of OpenAPI spread objects and lists over the query. Where names collide or "
        "values nest, the server cannot tell what was sent.",
    .bad =
        "paths:\n"
        "  /pizzas:\n"
        "    get:\n"
        "      parameters:\n"
        "      - {name: limit, in: query, schema: {type: integer}}\n"
        "      - {name: page, in: query, schema: {type: object, properties: {limit: {type: "
        "integer}}}}\n"
        "               ^^^^\n"
        "      responses: {200: {description: it}}\n",
    .good =
        "paths:\n"
        "  /pizzas:\n"
        "    get:\n"
        "      parameters:\n"
        "      - {name: limit, in: query, schema: {type: integer}}\n"
        "      - {name: page, in: query, style: deepObject, schema: {type: object, properties: "
        "{limit: {type: integer}}}}\n"
        "      responses: {200: {description: it}}\n",
    .on = NodeType::kRoot,
    .check = check,
};

}  // namespace tizza::spec
