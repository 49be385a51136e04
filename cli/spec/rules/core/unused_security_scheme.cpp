#include <unordered_set>

#include "spec/rule.hpp"
#include "spec/wording.hpp"

namespace tizza::spec {
namespace {

void check(const TypedNode& typed, RuleContext& context) {
  std::unordered_set<std::string_view> used;
  for (const uint32_t index : context.api.of(NodeType::kSecurityRequirement)) {
    for (const auto& [name, scopes] : context.api.nodes()[index].node.entries())
      used.insert(name.text());
  }
  for (const Node schemes :
       {typed.node["securityDefinitions"], typed.node["components"]["securitySchemes"]}) {
    for (const auto& [name, scheme] : schemes.entries()) {
      if (used.count(name.text()) == 0)
        context.report(name, "nothing requires the security scheme {}", quoted(name.text()));
    }
  }
}

}  // namespace

extern const Rule kUnusedSecurityScheme = {
    .id = "unused-security-scheme",
    .set = RuleSet::kTizzaCore,
    .severity = Severity::kWarn,
    .recommended = Severity::kHint,
    .versions = kAllOas,
    .summary = "every security scheme is required somewhere",
    .rationale =
        "A scheme that nothing requires protects nothing. Mostly `security` was forgotten at "
        "the root.",
    .bad =
        "securityDefinitions:\n"
        "  bearer: {type: apiKey, in: header, name: Authorization}\n"
        "  ^^^^^^\n",
    .good =
        "securityDefinitions:\n"
        "  bearer: {type: apiKey, in: header, name: Authorization}\n"
        "security:\n"
        "- bearer: []\n",
    .on = NodeType::kRoot,
    .check = check,
};

}  // namespace tizza::spec
