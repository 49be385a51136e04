#include "base/near_names.hpp"
#include "spec/rule.hpp"
#include "spec/wording.hpp"

namespace tizza::spec {
namespace {

void check(const TypedNode& typed, RuleContext& context) {
  const Node schemes = context.api.root()["securityDefinitions"];
  for (const auto& [name, scopes] : typed.node.entries()) {
    if (schemes[name.text()]) continue;
    auto finding = context.report(
        name, "security scheme {} is not defined in `securityDefinitions`", quoted(name.text()));
    if (!finding) continue;
    std::vector<std::string> names;
    for (const auto& [known, scheme] : schemes.entries()) names.emplace_back(known.text());
    finding.help(near_names_help(name.text(), names));
  }
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
        "- bearer: []\n",
    .good =
        "securityDefinitions:\n"
        "  bearer: {type: apiKey, in: header, name: Authorization}\n"
        "security:\n"
        "- bearer: []\n",
    .on = NodeType::kSecurityRequirement,
    .check = check,
};

}  // namespace tizza::spec
