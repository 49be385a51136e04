#include "spec/rule.hpp"
#include "spec/rules/trailing_slash.hpp"
#include "spec/wording.hpp"

namespace tizza::spec {
namespace {

void check(const TypedNode& typed, RuleContext& context) {
  const Node host = typed.node["host"];
  if (!host.is_string() || !(host.text().ends_with('/'))) return;
  context.report(host, "host {} ends with `/`", quoted(host.text()))
      .fix(remove_trailing_slashes(host));
}

}  // namespace

extern const Rule kOas2HostTrailingSlash = {
    .id = "oas2-host-trailing-slash",
    .set = RuleSet::kSpectralOas,
    .severity = Severity::kWarn,
    .recommended = Severity::kWarn,
    .versions = kAllSwagger,
    .summary = "the host has no slash at its end",
    .rationale =
        "Paths start with a slash: together they make a URL with two of them, which many "
        "servers do not know.",
    .bad =
        "host: tizza.com/\n"
        "      ^^^^^^^^^^\n",
    .good = "host: tizza.com\n",
    .fix = "take the slash away",
    .on = NodeType::kRoot,
    .check = check,
};

}  // namespace tizza::spec
