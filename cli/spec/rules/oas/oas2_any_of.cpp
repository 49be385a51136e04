#include "spec/rule.hpp"
#include "spec/rules/oas/foreign_keyword.hpp"

namespace tizza::spec {
namespace {

void check(const TypedNode&, RuleContext& context) {
  report_keyword("anyOf", context);
}

}  // namespace

extern const Rule kOas2AnyOf = {
    .id = "oas2-anyOf",
    .set = RuleSet::kSpectralOas,
    .severity = Severity::kWarn,
    .recommended = std::nullopt,
    .versions = kAllSwagger,
    .summary = "`anyOf` is not used in Swagger 2.0",
    .rationale = "`anyOf` came with OpenAPI 3.0: tools for Swagger 2.0 ignore it or fail.",
    .bad =
        "definitions:\n"
        "  Pizza:\n"
        "    anyOf:\n"
        "    ^^^^^\n"
        "    - type: object\n",
    .good =
        "definitions:\n"
        "  Pizza:\n"
        "    allOf:\n"
        "    - type: object\n",
    .on = NodeType::kRoot,
    .check = check,
};

}  // namespace tizza::spec
