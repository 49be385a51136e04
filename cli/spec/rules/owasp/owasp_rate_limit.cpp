#include <algorithm>

#include "base/strings.hpp"
#include "spec/rule.hpp"
#include "spec/rules/http.hpp"
#include "spec/wording.hpp"

namespace tizza::spec {
namespace {

constexpr std::string_view kHeaders[] = {
    "ratelimit",       "x-ratelimit-limit",   "x-rate-limit-limit",    "ratelimit-limit",
    "ratelimit-reset", "ratelimit-remaining", "x-ratelimit-remaining", "ratelimit-policy"};

bool tells_limit(Node response) {
  for (const auto& [name, header] : response["headers"].entries()) {
    if (std::find(std::begin(kHeaders), std::end(kHeaders), to_lower(name.text())) !=
        std::end(kHeaders))
      return true;
  }
  return false;
}

void check(const TypedNode&, RuleContext& context) {
  for (const OperationUse& use : context.facts.operations()) {
    for (const auto& [code, written] : use.operation["responses"].entries()) {
      if (!is_status(code.text(), '2') || tells_limit(context.api.target(written))) continue;
      context
          .report(code, "response {} of `{}` {} does not tell the rate limit", code.text(),
                  use.verb.text(), quoted(use.address.text()))
          .help("describe the header RateLimit");
    }
  }
}

}  // namespace

extern const Rule kOwaspRateLimit = {
    .id = "owasp-rate-limit",
    .set = RuleSet::kTizzaOwasp,
    .severity = Severity::kInfo,
    .recommended = std::nullopt,
    .versions = kAllOas,
    .summary = "responses tell the rate limit",
    .rationale =
        "API4:2023, unrestricted resource consumption: a client that sees how much is left "
        "slows down by itself.",
    .bad =
        "paths:\n"
        "  /pizzas:\n"
        "    get:\n"
        "      responses: {200: {description: it}}\n"
        "                  ^^^\n",
    .good =
        "paths:\n"
        "  /pizzas:\n"
        "    get:\n"
        "      responses:\n"
        "        200: {description: all, headers: {RateLimit-Remaining: {type: integer}}}\n",
    .on = NodeType::kRoot,
    .check = check,
};

}  // namespace tizza::spec
