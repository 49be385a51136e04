#include "base/near_names.hpp"
#include "spec/rule.hpp"
#include "spec/wording.hpp"

namespace tizza::spec {
namespace {

void check(const TypedNode& typed, RuleContext& context) {
  const Node servers = context.api.root()["servers"];
  for (const Node name : typed.node["servers"].items()) {
    if (!name.is_string() || servers[name.text()]) continue;
    auto finding = context.report(name, "server {} is not defined in `servers` at the root",
                                  quoted(name.text()));
    if (!finding) continue;
    std::vector<std::string> names;
    for (const auto& [known, server] : servers.entries()) names.emplace_back(known.text());
    finding.help(near_names_help(name.text(), names));
  }
}

}  // namespace

extern const Rule kAsyncApiChannelServers = {
    .id = "asyncapi-channel-servers",
    .set = RuleSet::kSpectralAsyncApi,
    .severity = Severity::kError,
    .recommended = Severity::kError,
    .versions = kAllAsyncApi2,
    .summary = "the servers of a channel are defined at the root",
    .rationale =
        "A channel says by name on which servers it is; a name that is not there "
        "leaves it on none.",
    .bad =
        "servers:\n"
        "  production: {url: broker.tizza.com, protocol: amqp}\n"
        "channels:\n"
        "  pizza.deleted:\n"
        "    servers: [producton]\n"
        "              ^^^^^^^^^\n",
    .good =
        "servers:\n"
        "  production: {url: broker.tizza.com, protocol: amqp}\n"
        "channels:\n"
        "  pizza.deleted:\n"
        "    servers: [production]\n",
    .on = NodeType::kChannel,
    .check = check,
};

}  // namespace tizza::spec
