#include "spec/rule.hpp"
#include "spec/wording.hpp"

namespace tizza::spec {
namespace {

void check(const TypedNode& typed, RuleContext& context) {
  const Node host = typed.node["host"];
  if (!host.is_string() || !(host.text().ends_with('/'))) return;
  context.report(host, "host {} ends with `/`", quoted(host.text()));
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
    .bad = "host: tizza.com/\n",
    .good = "host: tizza.com\n",
    .on = NodeType::kRoot,
    .check = check,
};

}  // namespace tizza::spec
