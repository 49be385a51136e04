#include "spec/rule.hpp"
#include "spec/wording.hpp"

namespace tizza::spec {
namespace {

void check(const TypedNode& typed, RuleContext& context) {
  for (const Node scheme : typed.node["schemes"].items()) {
    if (scheme.text() == "http" || scheme.text() == "ws")
      context.report(scheme, "scheme {} is not encrypted", quoted(scheme.text()));
  }
  for (const Node server : typed.node["servers"].items()) {
    const Node url = server["url"];
    if (url.text().starts_with("http:") || url.text().starts_with("ws:"))
      context.report(url, "server {} is not encrypted", quoted(url.text()));
  }
}

}  // namespace

extern const Rule kOwaspHttpsOnly = {
    .id = "owasp-https-only",
    .set = RuleSet::kTizzaOwasp,
    .severity = Severity::kError,
    .recommended = std::nullopt,
    .versions = kAllOas,
    .summary = "the API is reached by https alone",
    .rationale =
        "API8:2023: over http everybody on the way reads and changes requests, tokens included.",
    .bad =
        "schemes: [http, https]\n"
        "          ^^^^\n",
    .good = "schemes: [https]\n",
    .on = NodeType::kRoot,
    .check = check,
};

}  // namespace tizza::spec
