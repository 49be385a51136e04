#include "spec/rule.hpp"
#include "spec/rules/fields.hpp"

namespace tizza::spec {
namespace {

void check(const TypedNode& typed, RuleContext& context) {
  const auto servers = typed.node.find("servers");
  if (servers && servers->value.size() > 0) return;
  const Place at = servers ? Place(servers->key) : head_of(typed.node);
  context.report(at, "the description names no server");
}

}  // namespace

extern const Rule kAsyncApiServers = {
    .id = "asyncapi-servers",
    .set = RuleSet::kSpectralAsyncApi,
    .severity = Severity::kWarn,
    .recommended = std::nullopt,
    .versions = kAllAsyncApi,
    .summary = "the description names its servers",
    .rationale = "Without a server nobody knows where the channels are.",
    .bad =
        "asyncapi: 2.6.0\n"
        "^^^^^^^^\n"
        "channels: {}\n",
    .good =
        "servers:\n"
        "  production: {url: broker.tizza.com, protocol: amqp}\n",
    .on = NodeType::kRoot,
    .check = check,
};

}  // namespace tizza::spec
