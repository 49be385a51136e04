#include "spec/rules/oas/security_requirement.hpp"

namespace tizza::spec {
namespace {

void check(const TypedNode& typed, RuleContext& context) {
  check_requirement(typed.node, context.api.root()["securityDefinitions"], "securityDefinitions",
                    context);
}

}  // namespace

extern const Rule kOas2OperationSecurityDefined = {
    .id = "oas2-operation-security-defined",
    .set = RuleSet::kSpectralOas,
    .severity = Severity::kWarn,
    .recommended = Severity::kError,
    .versions = kAllSwagger,
    .summary = "security requirements name schemes of `securityDefinitions`",
    .rationale =
        "A requirement of a scheme that is not there protects nothing: tools either fail "
        "or leave the operation open.",
    .bad =
        "security:\n"
        "- bearer: []\n"
        "  ^^^^^^\n",
    .good =
        "securityDefinitions:\n"
        "  bearer: {type: apiKey, in: header, name: Authorization}\n"
        "security:\n"
        "- bearer: []\n",
    .on = NodeType::kSecurityRequirement,
    .check = check,
};

}  // namespace tizza::spec
