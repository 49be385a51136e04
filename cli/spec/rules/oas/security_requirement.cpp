#include "spec/rules/oas/security_requirement.hpp"

#include <string>
#include <vector>

#include "base/near_names.hpp"
#include "spec/wording.hpp"

namespace tizza::spec {
namespace {

std::vector<std::string> names_in(Node mapping) {
  std::vector<std::string> names;
  for (const auto& [name, value] : mapping.entries()) names.emplace_back(name.text());
  return names;
}

/// The scopes that a scheme defines: itself in Swagger 2.0, in its flows since.
std::vector<std::string> scopes_of(Node scheme) {
  auto names = names_in(scheme["scopes"]);
  for (const auto& [name, flow] : scheme["flows"].entries()) {
    const auto more = names_in(flow["scopes"]);
    names.insert(names.end(), more.begin(), more.end());
  }
  return names;
}

/// Whether the description of the scheme cannot say which scopes there are.
bool has_free_scopes(std::string_view type, Version version) {
  if (type == "openIdConnect") return true;  // they stand in the discovery document
  return version >= Version::kOpenApi31 && type != "oauth2";  // roles since 3.1
}

void check_scopes(Node name, Node scopes, Node scheme, RuleContext& context) {
  const auto type = scheme["type"].text();
  if (scopes.size() == 0 || has_free_scopes(type, context.api.version())) return;
  const auto known = scopes_of(scheme);
  for (const Node scope : scopes.items()) {
    if (std::find(known.begin(), known.end(), scope.text()) != known.end()) continue;
    auto finding = context.report(scope, "security scheme {} has no scope {}", quoted(name.text()),
                                  quoted(scope.text()));
    if (finding) finding.help(near_names_help(scope.text(), known));
  }
}

}  // namespace

void check_requirement(Node requirement, Node schemes, std::string_view where,
                       RuleContext& context) {
  for (const auto& [name, scopes] : requirement.entries()) {
    if (const Node written = schemes[name.text()]) {
      check_scopes(name, scopes, context.api.target(written), context);
      continue;
    }
    auto finding = context.report(name, "security scheme {} is not defined in `{}`",
                                  quoted(name.text()), where);
    if (finding) finding.help(near_names_help(name.text(), names_in(schemes)));
  }
}

}  // namespace tizza::spec
