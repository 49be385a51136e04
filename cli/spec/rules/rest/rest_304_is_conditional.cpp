#include "base/strings.hpp"
#include "spec/rule.hpp"
#include "spec/rules/http.hpp"
#include "spec/wording.hpp"

namespace tizza::spec {
namespace {

bool is_conditional(const ApiDescription& api, const OperationUse& use) {
  for (const Node parameter : parameters_of(api, use)) {
    if (parameter["in"].text() != "header") continue;
    const auto name = parameter["name"].text();
    if (to_lower(name) == "if-none-match") return true;
    if (to_lower(name) == "if-modified-since") return true;
  }
  return false;
}

void check(const TypedNode&, RuleContext& context) {
  for (const OperationUse& use : context.facts.operations()) {
    const auto response = use.operation["responses"].find("304");
    if (!response || is_conditional(context.api, use)) continue;
    context
        .report(response->key, "`{}` of {} answers 304 and takes no condition", use.verb.text(),
                quoted(use.address.text()))
        .help("describe the header If-None-Match or If-Modified-Since");
  }
}

}  // namespace

extern const Rule kRest304IsConditional = {
    .id = "rest-304-is-conditional",
    .set = RuleSet::kTizzaRest,
    .severity = Severity::kInfo,
    .recommended = std::nullopt,
    .versions = kAllOas,
    .summary = "304 is an answer to conditional requests alone",
    .rationale =
        "It says that what the client has is still good: only a request with If-None-Match or "
        "If-Modified-Since can be answered so.",
    .bad =
        "paths:\n"
        "  /pizzas:\n"
        "    get:\n"
        "      responses: {200: {description: all}, 304: {description: not changed}}\n"
        "                                           ^^^\n",
    .good =
        "paths:\n"
        "  /pizzas:\n"
        "    get:\n"
        "      parameters:\n"
        "      - {name: If-None-Match, in: header, type: string}\n"
        "      responses: {200: {description: all}, 304: {description: not changed}}\n",
    .on = NodeType::kRoot,
    .check = check,
};

}  // namespace tizza::spec
