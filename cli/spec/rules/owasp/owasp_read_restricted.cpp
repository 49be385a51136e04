#include "spec/rule.hpp"
#include "spec/rules/http.hpp"
#include "spec/wording.hpp"

namespace tizza::spec {
namespace {

void check(const TypedNode&, RuleContext& context) {
  for (const OperationUse& use : context.facts.operations()) {
    if (is_write(use.verb.text()) || use.operation["security"]) continue;
    if (is_secured(context.api.root()["security"])) continue;
    context
        .report(use.verb, "`{}` of {} asks for no credentials", use.verb.text(),
                quoted(use.address.text()))
        .help("name a scheme in `security`, or write `security: []`");
  }
}

}  // namespace

extern const Rule kOwaspReadRestricted = {
    .id = "owasp-read-restricted",
    .set = RuleSet::kTizzaOwasp,
    .severity = Severity::kInfo,
    .recommended = std::nullopt,
    .versions = kAllOas,
    .summary = "what reads something is secured, or says that it is open",
    .rationale =
        "API2:2023: an operation is open on purpose or by accident. `security: []` says the "
        "first.",
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
        "      security: []\n"
        "      responses: {200: {description: it}}\n",
    .on = NodeType::kRoot,
    .check = check,
};

}  // namespace tizza::spec
