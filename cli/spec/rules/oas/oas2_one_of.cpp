#include "spec/rule.hpp"
#include "spec/rules/oas/foreign_keyword.hpp"

namespace tizza::spec {
namespace {

void check(const TypedNode&, RuleContext& context) {
  report_keyword("oneOf", context);
}

}  // namespace

extern const Rule kOas2OneOf = {
    .id = "oas2-oneOf",
    .set = RuleSet::kSpectralOas,
    .severity = Severity::kWarn,
    .recommended = std::nullopt,
    .versions = kAllSwagger,
    .summary = "`oneOf` is not used in Swagger 2.0",
    .rationale = "`oneOf` came with OpenAPI 3.0: tools for Swagger 2.0 ignore it or fail.",
    .bad =
        "definitions:\n"
        "  Pizza:\n"
        "    oneOf:\n"
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
