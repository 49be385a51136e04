#include "base/strings.hpp"
#include "spec/rule.hpp"
#include "spec/rules/http.hpp"
#include "spec/wording.hpp"

namespace tizza::spec {
namespace {

void check(const TypedNode&, RuleContext& context) {
  for (const OperationUse& use : context.facts.operations()) {
    for (const auto& [code, written] : use.operation["responses"].entries()) {
      if (!is_status(code.text(), '2')) continue;
      bool has_header = false;
      for (const auto& [name, header] : context.api.target(written)["headers"].entries()) {
        has_header = has_header || to_lower(name.text()) == "access-control-allow-origin";
      }
      if (!has_header)
        context.report(code, "response {} of `{}` {} has no Access-Control-Allow-Origin",
                       code.text(), use.verb.text(), quoted(use.address.text()));
    }
  }
}

}  // namespace

extern const Rule kOwaspDefineCorsOrigin = {
    .id = "owasp-define-cors-origin",
    .set = RuleSet::kTizzaOwasp,
    .severity = Severity::kWarn,
    .is_opt_in = true,
    .recommended = std::nullopt,
    .versions = kAllOas,
    .summary = "responses name the origins that may read them",
    .rationale =
        "API8:2023: without Access-Control-Allow-Origin in the description, nobody decided "
        "which sites may call the API from a browser.",
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
        "        200: {description: all, headers: {Access-Control-Allow-Origin: {type: string}}}\n",
    .on = NodeType::kRoot,
    .check = check,
};

}  // namespace tizza::spec
