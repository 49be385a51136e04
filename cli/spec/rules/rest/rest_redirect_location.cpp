#include "base/strings.hpp"
#include "spec/rule.hpp"
#include "spec/wording.hpp"

namespace tizza::spec {
namespace {

constexpr std::string_view kRedirects[] = {"301", "302", "303", "307", "308"};

bool has_location(Node headers) {
  for (const auto& [name, header] : headers.entries()) {
    if (to_lower(name.text()) == "location") return true;
  }
  return false;
}

void check(const TypedNode&, RuleContext& context) {
  for (const OperationUse& use : context.facts.operations()) {
    for (const auto code : kRedirects) {
      const auto response = use.operation["responses"].find(code);
      if (!response || has_location(context.api.target(response->value)["headers"])) continue;
      context.report(response->key, "response {} of `{}` {} has no header Location", code,
                     use.verb.text(), quoted(use.address.text()));
    }
  }
}

}  // namespace

extern const Rule kRestRedirectLocation = {
    .id = "rest-redirect-location",
    .set = RuleSet::kTizzaRest,
    .severity = Severity::kWarn,
    .recommended = std::nullopt,
    .versions = kAllOas,
    .summary = "a redirect has the header Location",
    .rationale = "Without it the client knows that the thing is elsewhere, and not where.",
    .bad =
        "paths:\n"
        "  /pizza:\n"
        "    get:\n"
        "      responses: {301: {description: moved}}\n"
        "                  ^^^\n",
    .good =
        "paths:\n"
        "  /pizza:\n"
        "    get:\n"
        "      responses:\n"
        "        301:\n"
        "          description: moved\n"
        "          headers:\n"
        "            Location: {type: string}\n",
    .on = NodeType::kRoot,
    .check = check,
};

}  // namespace tizza::spec
