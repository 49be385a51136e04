#include "spec/rule.hpp"
#include "spec/rules/fields.hpp"
#include "spec/rules/http.hpp"
#include "spec/wording.hpp"

namespace tizza::spec {
namespace {

void check(const TypedNode&, RuleContext& context) {
  for (const OperationUse& use : context.facts.operations()) {
    const auto verb = use.verb.text();
    if (verb != "get" && verb != "head" && verb != "delete") continue;
    const Node body = body_place(context.api, use);
    if (!body) continue;
    context.report(body.is_mapping() ? by_field(body, "name") : Place(body),
                   "`{}` of {} takes a body", verb, quoted(use.address.text()));
  }
}

}  // namespace

extern const Rule kRestNoBodyToRead = {
    .id = "rest-no-body-to-read",
    .set = RuleSet::kTizzaRest,
    .severity = Severity::kWarn,
    .recommended = std::nullopt,
    .versions = kAllOas,
    .summary = "GET, HEAD and DELETE take no body",
    .rationale =
        "RFC 9110 gives a body of these requests no meaning; proxies and client libraries drop "
        "it.",
    .bad =
        "paths:\n"
        "  /pizzas:\n"
        "    get:\n"
        "      parameters:\n"
        "      - {name: filter, in: body, schema: {type: object}}\n"
        "               ^^^^^^\n"
        "      responses: {200: {description: it}}\n",
    .good =
        "paths:\n"
        "  /pizzas:\n"
        "    get:\n"
        "      parameters:\n"
        "      - {name: filter, in: query, type: string}\n"
        "      responses: {200: {description: it}}\n",
    .on = NodeType::kRoot,
    .check = check,
};

}  // namespace tizza::spec
