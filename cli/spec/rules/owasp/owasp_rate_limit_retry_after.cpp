#include "base/strings.hpp"
#include "spec/rule.hpp"
#include "spec/wording.hpp"

namespace tizza::spec {
namespace {

void check(const TypedNode&, RuleContext& context) {
  for (const OperationUse& use : context.facts.operations()) {
    const auto response = use.operation["responses"].find("429");
    if (!response) continue;
    bool has_header = false;
    for (const auto& [name, header] : context.api.target(response->value)["headers"].entries()) {
      has_header = has_header || to_lower(name.text()) == "retry-after";
    }
    if (!has_header)
      context.report(response->key, "429 of `{}` {} has no header Retry-After", use.verb.text(),
                     quoted(use.address.text()));
  }
}

}  // namespace

extern const Rule kOwaspRateLimitRetryAfter = {
    .id = "owasp-rate-limit-retry-after",
    .set = RuleSet::kTizzaOwasp,
    .severity = Severity::kWarn,
    .recommended = std::nullopt,
    .versions = kAllOas,
    .summary = "429 says when to come back",
    .rationale =
        "API4:2023: without Retry-After clients try again at once, and all at the same time.",
    .bad =
        "paths:\n"
        "  /pizzas:\n"
        "    get:\n"
        "      responses: {429: {description: too many}}\n"
        "                  ^^^\n",
    .good =
        "paths:\n"
        "  /pizzas:\n"
        "    get:\n"
        "      responses:\n"
        "        429: {description: too many, headers: {Retry-After: {type: integer}}}\n",
    .on = NodeType::kRoot,
    .check = check,
};

}  // namespace tizza::spec
