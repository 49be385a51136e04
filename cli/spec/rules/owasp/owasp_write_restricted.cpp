#include "spec/rule.hpp"
#include "spec/rules/http.hpp"
#include "spec/wording.hpp"

namespace tizza::spec {
namespace {

void check(const TypedNode&, RuleContext& context) {
  for (const OperationUse& use : context.facts.operations()) {
    if (!is_write(use.verb.text()) || is_secured(security_of(context.api, use))) continue;
    context
        .report(use.verb, "`{}` of {} changes something and asks for no credentials",
                use.verb.text(), quoted(use.address.text()))
        .help("name a scheme in `security`");
  }
}

}  // namespace

extern const Rule kOwaspWriteRestricted = {
    .id = "owasp-write-restricted",
    .set = RuleSet::kTizzaOwasp,
    .severity = Severity::kError,
    .recommended = std::nullopt,
    .versions = kAllOas,
    .summary = "what changes something is secured",
    .rationale =
        "API2 and API5:2023: an operation that changes data and asks for no credentials can be "
        "called by everybody who finds it.",
    .bad =
        "paths:\n"
        "  /pizzas:\n"
        "    post:\n"
        "    ^^^^\n"
        "      responses: {200: {description: it}}\n",
    .good =
        "securityDefinitions:\n"
        "  bearer: {type: apiKey, in: header, name: Authorization}\n"
        "security: [{bearer: []}]\n"
        "paths:\n"
        "  /pizzas:\n"
        "    post:\n"
        "      responses: {200: {description: it}}\n",
    .on = NodeType::kRoot,
    .check = check,
};

}  // namespace tizza::spec
