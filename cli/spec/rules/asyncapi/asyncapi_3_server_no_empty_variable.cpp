#include "spec/rule.hpp"
#include "spec/rules/template_text.hpp"
#include "spec/wording.hpp"

namespace tizza::spec {
namespace {

void check_url(Node url, RuleContext& context) {
  if (url.text().find("{}") == std::string_view::npos) return;
  context.report(part_of(url, "{}"), "{} has a variable without a name", quoted(url.text()));
}

void check(const TypedNode& typed, RuleContext& context) {
  check_url(typed.node["host"], context);
  check_url(typed.node["pathname"], context);
}

}  // namespace

extern const Rule kAsyncApi3ServerNoEmptyVariable = {
    .id = "asyncapi-3-server-no-empty-variable",
    .set = RuleSet::kSpectralAsyncApi,
    .severity = Severity::kWarn,
    .recommended = Severity::kWarn,
    .versions = kAllAsyncApi3,
    .summary = "every pair of braces in the host and path of a server holds a name",
    .rationale = "A variable is found by its name; `{}` has none.",
    .bad =
        "servers:\n"
        "  production: {host: '{}.tizza.com', protocol: amqp}\n"
        "                      ^^\n",
    .good =
        "servers:\n"
        "  production: {host: broker.tizza.com, protocol: amqp}\n",
    .on = NodeType::kServer,
    .check = check,
};

}  // namespace tizza::spec
