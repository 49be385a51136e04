#include "spec/rule.hpp"
#include "spec/rules/fields.hpp"
#include "spec/rules/http.hpp"

namespace tizza::spec {
namespace {

void check(const TypedNode& typed, RuleContext& context) {
  if (!has_type(typed.node, "string")) return;
  for (const std::string_view bound : {"format", "pattern", "enum", "const"}) {
    if (typed.node[bound]) return;
  }
  context.report(by_field(typed.node, "type"), "the string has no `format`, `pattern` or `enum`");
}

}  // namespace

extern const Rule kOwaspStringRestricted = {
    .id = "owasp-string-restricted",
    .set = RuleSet::kTizzaOwasp,
    .severity = Severity::kWarn,
    .is_opt_in = true,
    .recommended = std::nullopt,
    .versions = kAllOas,
    .summary = "strings say which texts they take",
    .rationale =
        "API4 and API8:2023: a `format`, `pattern` or `enum` keeps out what nobody thought of, "
        "such as markup and control characters.",
    .bad =
        "definitions:\n"
        "  Title: {type: string}\n"
        "                ^^^^^^\n",
    .good =
        "definitions:\n"
        "  Title: {type: string, pattern: '^[ -~]+$'}\n",
    .on = {NodeType::kSchema, NodeType::kParameter, NodeType::kItems},
    .check = check,
};

}  // namespace tizza::spec
