#include "spec/rules/asyncapi/security_requirement.hpp"

#include <string>
#include <vector>

#include "base/near_names.hpp"
#include "spec/wording.hpp"

namespace tizza::spec {
namespace {

/// The scopes that the flows of a scheme define.
std::vector<std::string> scopes_of(Node scheme) {
  std::vector<std::string> names;
  for (const auto& [name, flow] : scheme["flows"].entries()) {
    for (const auto field : {"scopes", "availableScopes"}) {
      for (const auto& [scope, description] : flow[field].entries()) {
        names.emplace_back(scope.text());
      }
    }
  }
  return names;
}

void check_known_scopes(const std::string& scheme_name, Node scopes, Node scheme,
                        RuleContext& context) {
  const auto known = scopes_of(scheme);
  if (known.empty()) return;  // flows without scopes say nothing about them
  for (const Node scope : scopes.items()) {
    bool is_known = false;
    for (const auto& candidate : known) is_known = is_known || candidate == scope.text();
    if (is_known) continue;
    auto finding = context.report(scope, "security scheme {} has no scope {}", scheme_name,
                                  quoted(scope.text()));
    if (finding) finding.help(near_names_help(scope.text(), known));
  }
}

void check_scopes(Node name, Node scopes, Node scheme, RuleContext& context) {
  const auto type = scheme["type"].text();
  if (type == "openIdConnect") return;
  if (type != "oauth2") {
    if (scopes.size() == 0) return;
    context.report(scopes.at(0), "security scheme {} of the type {} takes no scopes",
                   quoted(name.text()), quoted(type));
    return;
  }
  check_known_scopes(quoted(name.text()), scopes, scheme, context);
}

}  // namespace

void check_security_requirement(Node requirement, RuleContext& context) {
  const Node schemes = context.api.root()["components"]["securitySchemes"];
  for (const auto& [name, scopes] : requirement.entries()) {
    if (const Node written = schemes[name.text()]) {
      check_scopes(name, scopes, context.api.target(written), context);
      continue;
    }
    auto finding =
        context.report(name, "security scheme {} is not defined in `components.securitySchemes`",
                       quoted(name.text()));
    if (!finding) continue;
    std::vector<std::string> names;
    for (const auto& [known, scheme] : schemes.entries()) names.emplace_back(known.text());
    finding.help(near_names_help(name.text(), names));
  }
}

void check_security_schemes(Node schemes, RuleContext& context) {
  for (const Node written : schemes.items()) {
    const Node scheme = context.api.target(written);
    if (scheme["type"].text() != "oauth2") continue;
    check_known_scopes("of type `oauth2`", scheme["scopes"], scheme, context);
  }
}

}  // namespace tizza::spec
