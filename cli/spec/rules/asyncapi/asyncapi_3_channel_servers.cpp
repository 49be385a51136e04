#include "spec/rule.hpp"
#include "spec/wording.hpp"

namespace tizza::spec {
namespace {

void check(const TypedNode&, RuleContext& context) {
  for (const AddressUse& use : context.facts.addresses()) {
    for (const Node server : use.item["servers"].items()) {
      const Node reference = server["$ref"];
      if (!reference.is_string()) continue;
      if (reference.text().find("#/servers/") != std::string_view::npos) continue;
      context.report(reference, "{} does not lead to `servers` at the root",
                     quoted(reference.text()));
    }
  }
}

}  // namespace

extern const Rule kAsyncApi3ChannelServers = {
    .id = "asyncapi-3-channel-servers",
    .set = RuleSet::kSpectralAsyncApi,
    .severity = Severity::kError,
    .recommended = Severity::kError,
    .versions = kAllAsyncApi3,
    .summary = "the servers of a channel are those at the root",
    .rationale =
        "The specification says that a channel at the root MUST point to servers at the "
        "root, and MUST NOT point to those of the components or anywhere else: only the "
        "root says where the service runs.",
    .bad =
        "channels:\n"
        "  deleted:\n"
        "    address: pizza.deleted.1\n"
        "    servers: [{$ref: '#/components/servers/production'}]\n"
        "                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^\n"
        "components:\n"
        "  servers:\n"
        "    production: {host: broker.tizza.com, protocol: amqp}\n",
    .good =
        "servers:\n"
        "  production: {$ref: '#/components/servers/production'}\n"
        "channels:\n"
        "  deleted:\n"
        "    address: pizza.deleted.1\n"
        "    servers: [{$ref: '#/servers/production'}]\n"
        "components:\n"
        "  servers:\n"
        "    production: {host: broker.tizza.com, protocol: amqp}\n",
    .on = NodeType::kRoot,
    .check = check,
};

}  // namespace tizza::spec
