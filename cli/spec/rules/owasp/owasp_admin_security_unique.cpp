#include <map>
#include <string>

#include "spec/rule.hpp"
#include "spec/rules/http.hpp"
#include "spec/wording.hpp"

namespace tizza::spec {
namespace {

bool is_for_administrators(std::string_view path) {
  for (const auto segment : path_segments(path)) {
    if (segment == "admin" || segment == "administration") return true;
  }
  return false;
}

/// The requirements as a text that is the same for the same schemes and scopes.
std::string key_of(Node requirements) {
  std::string key;
  for (const Node requirement : requirements.items()) {
    for (const auto& [name, scopes] : requirement.entries()) {
      key += std::string(name.text()) + '(';
      for (const Node scope : scopes.items()) key += std::string(scope.text()) + ' ';
      key += ')';
    }
    key += '|';
  }
  return key;
}

void check(const TypedNode&, RuleContext& context) {
  std::map<std::string, Node> open;  // how operations for all are secured
  for (const OperationUse& use : context.facts.operations()) {
    if (is_for_administrators(use.address.text())) continue;
    open.emplace(key_of(security_of(context.api, use)), use.address);
  }
  for (const OperationUse& use : context.facts.operations()) {
    if (!is_for_administrators(use.address.text())) continue;
    const auto same = open.find(key_of(security_of(context.api, use)));
    if (same == open.end()) continue;
    context
        .report(use.verb, "`{}` of {} is secured like operations for everybody", use.verb.text(),
                quoted(use.address.text()))
        .note(same->second, "such as this one");
  }
}

}  // namespace

extern const Rule kOwaspAdminSecurityUnique = {
    .id = "owasp-admin-security-unique",
    .set = RuleSet::kTizzaOwasp,
    .severity = Severity::kError,
    .recommended = std::nullopt,
    .versions = kAllOas,
    .summary = "operations for administrators have a security of their own",
    .rationale =
        "API5:2023, broken function level authorization: where the same scheme and scopes open "
        "both, every user is an administrator.",
    .bad =
        "securityDefinitions:\n"
        "  bearer: {type: apiKey, in: header, name: Authorization}\n"
        "paths:\n"
        "  /pizzas:\n"
        "    get:\n"
        "      security: [{bearer: []}]\n"
        "      responses: {200: {description: it}}\n"
        "  /admin/pizzas:\n"
        "    get:\n"
        "    ^^^\n"
        "      security: [{bearer: []}]\n"
        "      responses: {200: {description: it}}\n",
    .good =
        "securityDefinitions:\n"
        "  bearer: {type: apiKey, in: header, name: Authorization}\n"
        "  staff: {type: apiKey, in: header, name: X-Staff}\n"
        "paths:\n"
        "  /pizzas:\n"
        "    get:\n"
        "      security: [{bearer: []}]\n"
        "      responses: {200: {description: it}}\n"
        "  /admin/pizzas:\n"
        "    get:\n"
        "      security: [{staff: []}]\n"
        "      responses: {200: {description: it}}\n",
    .on = NodeType::kRoot,
    .check = check,
};

}  // namespace tizza::spec
