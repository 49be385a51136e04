#include <algorithm>

#include "base/strings.hpp"
#include "spec/rule.hpp"
#include "spec/rules/http.hpp"
#include "spec/wording.hpp"

namespace tizza::spec {
namespace {

constexpr std::string_view kNames[] = {"x-correlation-id", "correlation-id", "x-request-id",
                                       "request-id",       "traceparent",    "x-trace-id"};

bool takes_id(const ApiDescription& api, const OperationUse& use) {
  for (const Node parameter : parameters_of(api, use)) {
    if (parameter["in"].text() != "header") continue;
    const auto name = to_lower(parameter["name"].text());
    if (std::find(std::begin(kNames), std::end(kNames), name) != std::end(kNames)) return true;
  }
  return false;
}

void check(const TypedNode&, RuleContext& context) {
  for (const OperationUse& use : context.facts.operations()) {
    if (takes_id(context.api, use)) continue;
    context
        .report(use.verb, "`{}` of {} takes no correlation id", use.verb.text(),
                quoted(use.address.text()))
        .help("describe the header X-Correlation-ID");
  }
}

}  // namespace

extern const Rule kRestCorrelationId = {
    .id = "rest-correlation-id",
    .set = RuleSet::kTizzaRest,
    .severity = Severity::kHint,
    .is_opt_in = true,
    .recommended = std::nullopt,
    .versions = kAllOas,
    .summary = "operations take a correlation id",
    .rationale =
        "One request runs through many services; the id in a header that each passes on is what "
        "joins their logs.",
    .bad =
        "paths:\n"
        "  /pizzas:\n"
        "    get:\n"
        "    ^^^\n"
        "      responses: {200: {description: it}}\n",
    .good =
        "paths:\n"
        "  /pizzas:\n"
        "    get:\n"
        "      parameters:\n"
        "      - {name: X-Correlation-ID, in: header, type: string}\n"
        "      responses: {200: {description: it}}\n",
    .on = NodeType::kRoot,
    .check = check,
};

}  // namespace tizza::spec
