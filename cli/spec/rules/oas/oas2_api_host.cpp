#include "spec/rule.hpp"
#include "spec/rules/fields.hpp"

namespace tizza::spec {
namespace {

void check(const TypedNode& typed, RuleContext& context) {
  const auto place = lacking(typed.node, "host", head_of(typed.node));
  if (place) context.report(*place, "the description has no `host`");
}

}  // namespace

extern const Rule kOas2ApiHost = {
    .id = "oas2-api-host",
    .set = RuleSet::kSpectralOas,
    .severity = Severity::kWarn,
    .recommended = std::nullopt,
    .versions = kAllSwagger,
    .summary = "the description names its host",
    .rationale =
        "Without `host` a client takes the host that served the description, which is mostly a "
        "documentation site.",
    .bad =
        "swagger: '2.0'\n"
        "^^^^^^^\n"
        "info: {title: x, version: x}\n",
    .good = "host: api.tizza.com\n",
    .on = NodeType::kRoot,
    .check = check,
};

}  // namespace tizza::spec
