#include <algorithm>
#include <string>

#include "spec/rule.hpp"
#include "spec/rules/template_text.hpp"
#include "spec/wording.hpp"

namespace tizza::spec {
namespace {

void check(const TypedNode& typed, RuleContext& context) {
  const Node url = typed.node["url"];
  const Node variables = typed.node["variables"];
  if (!url.is_string() || (variables && !variables.is_mapping())) return;
  const auto names = template_names(url.text());
  for (const auto name : names) {
    if (name.empty() || variables[name]) continue;
    context.report(part_of(url, "{" + std::string(name) + "}"),
                   "variable `{}` of the URL is not described in `variables`", name);
  }
  for (const auto& [name, variable] : variables.entries()) {
    if (std::find(names.begin(), names.end(), name.text()) != names.end()) continue;
    context
        .report_weaker(Severity::kWarn, name, "variable {} is not in the URL", quoted(name.text()))
        .note(url, "this URL");
  }
}

}  // namespace

extern const Rule kAsyncApiServerVariables = {
    .id = "asyncapi-server-variables",
    .set = RuleSet::kSpectralAsyncApi,
    .severity = Severity::kError,
    .recommended = Severity::kError,
    .versions = kAllAsyncApi2,
    .summary = "the variables of a server are those in its URL",
    .rationale =
        "A name in braces that is not described has no value. A variable that the URL "
        "does not hold has no meaning, which is a warning.",
    .bad =
        "servers:\n"
        "  production:\n"
        "    url: '{region}.broker.tizza.com'\n"
        "    protocol: amqp\n",
    .good =
        "servers:\n"
        "  production:\n"
        "    url: '{region}.broker.tizza.com'\n"
        "    protocol: amqp\n"
        "    variables:\n"
        "      region: {default: eu}\n",
    .on = NodeType::kServer,
    .check = check,
};

}  // namespace tizza::spec
