#include "spec/rule.hpp"
#include "spec/rules/trailing_slash.hpp"
#include "spec/wording.hpp"

namespace tizza::spec {
namespace {

void check(const TypedNode& typed, RuleContext& context) {
  const Node host = typed.node["host"];
  if (!host.text().ends_with('/')) return;
  context.report(host, "host {} ends with `/`", quoted(host.text()))
      .fix(remove_trailing_slashes(host));
}

}  // namespace

extern const Rule kAsyncApi3ServerNoTrailingSlash = {
    .id = "asyncapi-3-server-no-trailing-slash",
    .set = RuleSet::kSpectralAsyncApi,
    .severity = Severity::kWarn,
    .recommended = Severity::kWarn,
    .versions = kAllAsyncApi3,
    .summary = "hosts of servers do not end with `/`",
    .rationale =
        "The path has a field of its own, `pathname`; a slash at the end of the host is "
        "one too many.",
    .bad =
        "servers:\n"
        "  production: {host: broker.tizza.com/, protocol: amqp}\n"
        "                     ^^^^^^^^^^^^^^^^^\n",
    .good =
        "servers:\n"
        "  production: {host: broker.tizza.com, protocol: amqp}\n",
    .fix = "take the slash away",
    .on = NodeType::kServer,
    .check = check,
};

}  // namespace tizza::spec
