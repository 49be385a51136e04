#include "spec/rule.hpp"
#include "spec/rules/http.hpp"

namespace tizza::spec {
namespace {

void check(const TypedNode&, RuleContext& context) {
  for (const OperationUse& use : context.facts.operations()) {
    for (const auto& [code, written] : use.operation["responses"].entries()) {
      const auto content = context.api.target(written).find("content");
      if (!is_status(code.text(), '4') || !content || content->value.size() == 0) continue;
      bool is_problem = false;
      for (const auto& [media_type, body] : content->value.entries()) {
        is_problem = is_problem || media_type.text().starts_with("application/problem+");
      }
      if (!is_problem) context.report(content->key, "this error is no `application/problem+json`");
    }
  }
}

}  // namespace

extern const Rule kProblemDetails = {
    .id = "problem-details",
    .set = RuleSet::kTizzaCore,
    .severity = Severity::kInfo,
    .is_opt_in = true,
    .recommended = std::nullopt,
    .versions = kAllOpenApi3,
    .summary = "4xx responses are problem details (RFC 9457)",
    .rationale =
        "`application/problem+json` gives errors the same fields in every API, so that clients "
        "and gateways can read them without knowing the service.",
    .bad =
        "paths:\n"
        "  /pizzas:\n"
        "    get:\n"
        "      responses:\n"
        "        400:\n"
        "          description: not valid\n"
        "          content: {application/json: {schema: {type: object}}}\n"
        "          ^^^^^^^\n",
    .good =
        "paths:\n"
        "  /pizzas:\n"
        "    get:\n"
        "      responses:\n"
        "        400:\n"
        "          description: not valid\n"
        "          content: {application/problem+json: {schema: {type: object}}}\n",
    .on = NodeType::kRoot,
    .check = check,
};

}  // namespace tizza::spec
