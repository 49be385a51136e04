#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "base/strings.hpp"
#include "spec/rule.hpp"
#include "spec/rules/http.hpp"
#include "spec/wording.hpp"

namespace tizza::spec {
namespace {

/// The names of the properties, sorted: what a client can rely on.
std::string shape_of(const ApiDescription& api, Node schema, int depth = 0) {
  std::set<std::string_view> names;
  for (const auto& [name, property] : schema["properties"].entries()) names.insert(name.text());
  std::string shape;
  for (const auto name : names) shape += std::string(name) + ' ';
  if (depth > 2) return shape;
  for (const Node part : schema["allOf"].items())
    shape += shape_of(api, api.target(part), depth + 1);
  return shape;
}

struct Shape {
  std::vector<Node> codes;  ///< Of the responses that have it.
};

std::map<std::string, Shape> shapes_of(RuleContext& context) {
  std::map<std::string, Shape> shapes;
  for (const OperationUse& use : context.facts.operations()) {
    for (const auto& [code, written] : use.operation["responses"].entries()) {
      if (!is_status(code.text(), '4') && !is_status(code.text(), '5')) continue;
      for (const Body& body : bodies_of(context.api, context.api.target(written))) {
        const auto shape = shape_of(context.api, body.schema);
        if (!shape.empty()) shapes[shape].codes.push_back(code);
      }
    }
  }
  return shapes;
}

void check(const TypedNode&, RuleContext& context) {
  const auto shapes = shapes_of(context);
  const auto usual = std::max_element(
      shapes.begin(), shapes.end(),
      [](const auto& a, const auto& b) { return a.second.codes.size() < b.second.codes.size(); });
  if (usual == shapes.end()) return;
  for (const auto& [shape, uses] : shapes) {
    if (shape == usual->first) continue;
    for (const Node code : uses.codes) {
      context.report(code, "this error has another shape than most: {}", quoted(trim(shape)))
          .note(usual->second.codes.front(), "the usual shape");
    }
  }
}

}  // namespace

extern const Rule kRestOneErrorShape = {
    .id = "rest-one-error-shape",
    .set = RuleSet::kTizzaRest,
    .severity = Severity::kInfo,
    .recommended = std::nullopt,
    .versions = kAllOas,
    .summary = "all errors have the same shape",
    .rationale =
        "A client has one place that turns errors into messages. Each further shape needs "
        "another, and is mostly found in production.",
    .bad =
        "paths:\n"
        "  /pizzas:\n"
        "    get:\n"
        "      responses:\n"
        "        400: {description: a, schema: {type: object, properties: {status: {}, message: "
        "{}}}}\n"
        "        404: {description: b, schema: {type: object, properties: {status: {}, message: "
        "{}}}}\n"
        "        500: {description: c, schema: {type: object, properties: {error: {}}}}\n"
        "        ^^^\n",
    .good =
        "paths:\n"
        "  /pizzas:\n"
        "    get:\n"
        "      responses:\n"
        "        400: {description: a, schema: {type: object, properties: {status: {}, message: "
        "{}}}}\n"
        "        404: {description: b, schema: {type: object, properties: {status: {}, message: "
        "{}}}}\n",
    .on = NodeType::kRoot,
    .check = check,
};

}  // namespace tizza::spec
