#include "spec/rule.hpp"
#include "spec/rules/oas/security_requirement.hpp"

namespace tizza::spec {
namespace {

void check(const TypedNode& typed, RuleContext& context) {
  check_requirement(typed.node, context.api.root()["components"]["securitySchemes"],
                    "components.securitySchemes", context);
}

}  // namespace

extern const Rule kOas3OperationSecurityDefined = {
    .id = "oas3-operation-security-defined",
    .set = RuleSet::kSpectralOas,
    .severity = Severity::kWarn,
    .recommended = Severity::kError,
    .versions = kAllOpenApi3,
    .summary = "security requirements name schemes of `components.securitySchemes`",
    .rationale =
        "A requirement of a scheme that is not there protects nothing: tools either fail or "
        "leave the operation open.",
    .bad =
        "security:\n"
        "- bearer: []\n"
        "  ^^^^^^\n",
    .good =
        "security:\n"
        "- bearer: []\n"
        "components:\n"
        "  securitySchemes:\n"
        "    bearer: {type: http, scheme: bearer}\n",
    .on = NodeType::kSecurityRequirement,
    .check = check,
};

}  // namespace tizza::spec
