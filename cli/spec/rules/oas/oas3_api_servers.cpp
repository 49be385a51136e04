#include "spec/rule.hpp"
#include "spec/rules/fields.hpp"
#include "spec/wording.hpp"

namespace tizza::spec {
namespace {

void check(const TypedNode& typed, RuleContext& context) {
  const auto place = lacking_items(typed.node, "servers", head_of(typed.node));
  if (place) context.report(*place, "the description has no servers");
  for (const Node server : typed.node["servers"].items()) {
    if (!server.is_mapping())
      context.report(server, "a server is a mapping, not {}", described(server));
  }
}

}  // namespace

extern const Rule kOas3ApiServers = {
    .id = "oas3-api-servers",
    .set = RuleSet::kSpectralOas,
    .severity = Severity::kWarn,
    .recommended = std::nullopt,
    .versions = kAllOpenApi3,
    .summary = "the description lists its servers",
    .rationale =
        "Without `servers` the API is taken to be where its description was read from, which is "
        "mostly a documentation site or a file.",
    .bad =
        "openapi: 3.0.4\n"
        "^^^^^^^\n"
        "info: {title: x, version: x}\n",
    .good =
        "servers:\n"
        "- url: https://api.tizza.com/api/v1\n",
    .on = NodeType::kRoot,
    .check = check,
};

}  // namespace tizza::spec
