#include "spec/rule.hpp"
#include "spec/rules/template_text.hpp"
#include "spec/wording.hpp"

namespace tizza::spec {
namespace {

void check(const TypedNode& typed, RuleContext& context) {
  constexpr std::string_view kExample = "example.com";
  const Node host = typed.node["host"];
  if (host.text().find(kExample) == std::string_view::npos) return;
  context.report(part_of(host, kExample), "server {} is an example", quoted(host.text()));
}

}  // namespace

extern const Rule kAsyncApi3ServerNotExampleCom = {
    .id = "asyncapi-3-server-not-example-com",
    .set = RuleSet::kSpectralAsyncApi,
    .severity = Severity::kWarn,
    .is_opt_in = true,
    .recommended = std::nullopt,
    .versions = kAllAsyncApi3,
    .summary = "no server host points at example.com",
    .rationale = "The domain is kept free for examples: nobody answers there.",
    .bad =
        "servers:\n"
        "  production: {host: broker.example.com, protocol: amqp}\n"
        "                            ^^^^^^^^^^^\n",
    .good =
        "servers:\n"
        "  production: {host: broker.tizza.com, protocol: amqp}\n",
    .on = NodeType::kServer,
    .check = check,
};

}  // namespace tizza::spec
