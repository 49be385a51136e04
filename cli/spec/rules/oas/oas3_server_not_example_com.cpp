#include "spec/rule.hpp"
#include "spec/wording.hpp"

namespace tizza::spec {
namespace {

void check(const TypedNode& typed, RuleContext& context) {
  for (const Node server : typed.node["servers"].items()) {
    const Node url = server["url"];
    if (!url.is_string() || !(url.text().find("example.com") != std::string_view::npos)) continue;
    context.report(url, "server {} is a placeholder", quoted(url.text()));
  }
}

}  // namespace

extern const Rule kOas3ServerNotExampleCom = {
    .id = "oas3-server-not-example.com",
    .set = RuleSet::kSpectralOas,
    .severity = Severity::kWarn,
    .is_opt_in = true,
    .recommended = std::nullopt,
    .versions = kAllOpenApi3,
    .summary = "no server is `example.com`",
    .rationale =
        "It is reserved for documentation; a client made from the description calls nobody.",
    .bad =
        "servers:\n"
        "- url: https://example.com/api/v1\n"
        "       ^^^^^^^^^^^^^^^^^^^^^^^^^^\n",
    .good =
        "servers:\n"
        "- url: https://tizza.com/api/v1\n",
    .on = NodeType::kRoot,
    .check = check,
};

}  // namespace tizza::spec
