#include "spec/rule.hpp"
#include "spec/rules/trailing_slash.hpp"
#include "spec/wording.hpp"

namespace tizza::spec {
namespace {

void check(const TypedNode& typed, RuleContext& context) {
  const Node url = typed.node["url"];
  if (!url.text().ends_with('/')) return;
  context.report(url, "server URL {} ends with `/`", quoted(url.text()))
      .fix(remove_trailing_slashes(url));
}

}  // namespace

extern const Rule kAsyncApiServerNoTrailingSlash = {
    .id = "asyncapi-server-no-trailing-slash",
    .set = RuleSet::kSpectralAsyncApi,
    .severity = Severity::kWarn,
    .recommended = Severity::kWarn,
    .versions = kAllAsyncApi2,
    .summary = "server URLs do not end with `/`",
    .rationale = "Channels are put behind the URL; a slash at its end is one too many.",
    .bad =
        "servers:\n"
        "  production: {url: amqp://broker.tizza.com/, protocol: amqp}\n"
        "                    ^^^^^^^^^^^^^^^^^^^^^^^^\n",
    .good =
        "servers:\n"
        "  production: {url: amqp://broker.tizza.com, protocol: amqp}\n",
    .fix = "take the slash away",
    .on = NodeType::kServer,
    .check = check,
};

}  // namespace tizza::spec
