#include "spec/rule.hpp"
#include "spec/rules/trailing_slash.hpp"
#include "spec/wording.hpp"

namespace tizza::spec {
namespace {

void check(const TypedNode& typed, RuleContext& context) {
  for (const Node server : typed.node["servers"].items()) {
    const Node url = server["url"];
    if (!url.is_string() || !(url.text().size() > 1 && url.text().ends_with('/'))) continue;
    context.report(url, "server {} ends with `/`", quoted(url.text()))
        .fix(remove_trailing_slashes(url));
  }
}

}  // namespace

extern const Rule kOas3ServerTrailingSlash = {
    .id = "oas3-server-trailing-slash",
    .set = RuleSet::kSpectralOas,
    .severity = Severity::kWarn,
    .recommended = Severity::kWarn,
    .versions = kAllOpenApi3,
    .summary = "no server has a slash at its end",
    .rationale =
        "Paths start with a slash: together they make a URL with two of them, which many "
        "servers do not know.",
    .bad =
        "servers:\n"
        "- url: https://tizza.com/api/v1/\n"
        "       ^^^^^^^^^^^^^^^^^^^^^^^^^\n",
    .good =
        "servers:\n"
        "- url: https://tizza.com/api/v1\n",
    .fix = "take the slash away",
    .on = NodeType::kRoot,
    .check = check,
};

}  // namespace tizza::spec
