#include <algorithm>
#include <string>

#include "spec/rule.hpp"
#include "spec/rules/http.hpp"
#include "spec/wording.hpp"

namespace tizza::spec {
namespace {

constexpr std::string_view kPages[] = {
    "limit", "offset", "page",       "cursor", "pagesize",          "perpage",  "size",
    "first", "after",  "before",     "since",  "pagetoken",         "start",    "count",
    "top",   "skip",   "maxresults", "marker", "continuationtoken", "nexttoken"};

/// The name in lower case, without what joins words.
std::string plain(std::string_view name) {
  std::string text;
  for (const char c : name) {
    if (c >= 'A' && c <= 'Z') text += static_cast<char>(c - 'A' + 'a');
    if (c >= 'a' && c <= 'z') text += c;
  }
  return text;
}

bool has_pages(const ApiDescription& api, const OperationUse& use) {
  for (const Node parameter : parameters_of(api, use)) {
    if (parameter["in"].text() != "query") continue;
    const auto name = plain(parameter["name"].text());
    if (std::find(std::begin(kPages), std::end(kPages), name) != std::end(kPages)) return true;
  }
  return false;
}

bool answers_list(const ApiDescription& api, Node response) {
  for (const Body& body : bodies_of(api, response)) {
    if (has_type(body.schema, "array") && !body.schema["maxItems"]) return true;
  }
  return false;
}

void check(const TypedNode&, RuleContext& context) {
  for (const OperationUse& use : context.facts.operations()) {
    if (use.verb.text() != "get" || has_pages(context.api, use)) continue;
    const auto response = use.operation["responses"].find("200");
    if (!response || !answers_list(context.api, context.api.target(response->value))) continue;
    context
        .report(use.verb, "`get` of {} answers a list without an end", quoted(use.address.text()))
        .help("take `limit` and `offset`, or a cursor");
  }
}

}  // namespace

extern const Rule kRestListsPaginate = {
    .id = "rest-lists-paginate",
    .set = RuleSet::kTizzaRest,
    .severity = Severity::kWarn,
    .recommended = std::nullopt,
    .versions = kAllOas,
    .summary = "lists come in pages",
    .rationale =
        "A list that is short today takes the service down when it is long. `limit` with "
        "`offset`, or a cursor, bounds every answer.",
    .bad =
        "paths:\n"
        "  /pizzas:\n"
        "    get:\n"
        "    ^^^\n"
        "      responses: {200: {description: all, schema: {type: array, items: {}}}}\n",
    .good =
        "paths:\n"
        "  /pizzas:\n"
        "    get:\n"
        "      parameters:\n"
        "      - {name: limit, in: query, type: integer}\n"
        "      - {name: offset, in: query, type: integer}\n"
        "      responses: {200: {description: some, schema: {type: array, items: {}}}}\n",
    .on = NodeType::kRoot,
    .check = check,
};

}  // namespace tizza::spec
