#include "spec/rule.hpp"
#include "spec/rules/fields.hpp"
#include "spec/wording.hpp"

namespace tizza::spec {
namespace {

/// The first parameter of a list that stands `in` the place.
Node find_in(const ApiDescription& api, Node holder, std::string_view in) {
  for (const Node written : holder["parameters"].items()) {
    const Node parameter = api.target(written);
    if (parameter["in"].text() == in) return parameter;
  }
  return {};
}

void report(Node whole, Node other, RuleContext& context) {
  if (!whole || !other) return;
  context
      .report(by_field(whole, "name"), "`querystring` parameter {} is not alone",
              quoted(whole["name"].text()))
      .note(other["name"], "the query has this one too");
}

void check(const TypedNode&, RuleContext& context) {
  for (const OperationUse& use : context.facts.operations()) {
    // One list is a matter of the grammar; here the two of the operation and its path item meet.
    const Node whole = find_in(context.api, use.operation, "querystring");
    const Node shared = find_in(context.api, use.item, "querystring");
    const Node part = whole ? find_in(context.api, use.item, "query") : Node();
    const Node own = shared ? find_in(context.api, use.operation, "query") : Node();
    report(whole, part, context);
    report(shared, own, context);
    if (whole["name"].text() != shared["name"].text()) report(whole, shared, context);
  }
}

}  // namespace

extern const Rule kQuerystringAlone = {
    .id = "querystring-alone",
    .set = RuleSet::kTizzaCore,
    .severity = Severity::kWarn,
    .recommended = Severity::kError,
    .versions = Version::kOpenApi32,
    .summary = "a `querystring` parameter is the only one for the query",
    .rationale =
        "It describes the whole query: beside it neither a second one nor a parameter for a "
        "part can be sent.",
    .bad =
        "paths:\n"
        "  /pizzas:\n"
        "    parameters:\n"
        "    - {name: limit, in: query, schema: {type: integer}}\n"
        "    get:\n"
        "      parameters:\n"
        "      - {name: all, in: querystring, content: {application/json: {schema: {type: "
        "object}}}}\n"
        "               ^^^\n"
        "      responses: {200: {description: it}}\n",
    .good =
        "paths:\n"
        "  /pizzas:\n"
        "    get:\n"
        "      parameters:\n"
        "      - {name: all, in: querystring, content: {application/json: {schema: {type: "
        "object}}}}\n"
        "      responses: {200: {description: it}}\n",
    .on = NodeType::kRoot,
    .check = check,
};

}  // namespace tizza::spec
