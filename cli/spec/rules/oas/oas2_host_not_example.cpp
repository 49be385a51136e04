#include "spec/rule.hpp"
#include "spec/wording.hpp"

namespace tizza::spec {
namespace {

void check(const TypedNode& typed, RuleContext& context) {
  const Node host = typed.node["host"];
  if (!host.is_string() || !(host.text().find("example.com") != std::string_view::npos)) return;
  context.report(host, "host {} is a placeholder", quoted(host.text()));
}

}  // namespace

extern const Rule kOas2HostNotExample = {
    .id = "oas2-host-not-example",
    .set = RuleSet::kSpectralOas,
    .severity = Severity::kWarn,
    .is_opt_in = true,
    .recommended = std::nullopt,
    .versions = kAllSwagger,
    .summary = "the host is not `example.com`",
    .rationale =
        "It is reserved for documentation; a client made from the description calls nobody.",
    .bad =
        "host: api.example.com\n"
        "      ^^^^^^^^^^^^^^^\n",
    .good = "host: api.tizza.com\n",
    .on = NodeType::kRoot,
    .check = check,
};

}  // namespace tizza::spec
