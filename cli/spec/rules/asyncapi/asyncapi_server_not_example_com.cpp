#include "spec/rule.hpp"
#include "spec/rules/template_text.hpp"
#include "spec/wording.hpp"

namespace tizza::spec {
namespace {

void check(const TypedNode& typed, RuleContext& context) {
  constexpr std::string_view kExample = "example.com";
  const Node url = typed.node["url"];
  if (url.text().find(kExample) == std::string_view::npos) return;
  context.report(part_of(url, kExample), "server {} is an example", quoted(url.text()));
}

}  // namespace

extern const Rule kAsyncApiServerNotExampleCom = {
    .id = "asyncapi-server-not-example-com",
    .set = RuleSet::kSpectralAsyncApi,
    .severity = Severity::kWarn,
    .is_opt_in = true,
    .recommended = std::nullopt,
    .versions = kAllAsyncApi2,
    .summary = "no server URL points at example.com",
    .rationale = "The domain is kept free for examples: nobody answers there.",
    .bad =
        "servers:\n"
        "  production: {url: broker.example.com, protocol: amqp}\n"
        "                           ^^^^^^^^^^^\n",
    .good =
        "servers:\n"
        "  production: {url: broker.tizza.com, protocol: amqp}\n",
    .on = NodeType::kServer,
    .check = check,
};

}  // namespace tizza::spec
