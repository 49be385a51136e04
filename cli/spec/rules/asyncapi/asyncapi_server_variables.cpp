#include "spec/rule.hpp"
#include "spec/rules/asyncapi/server_variables.hpp"

namespace tizza::spec {
namespace {

void check(const TypedNode& typed, RuleContext& context) {
  const Node url = typed.node["url"];
  if (url.is_string()) check_server_variables(typed, {&url, 1}, context);
}

}  // namespace

extern const Rule kAsyncApiServerVariables = {
    .id = "asyncapi-server-variables",
    .set = RuleSet::kSpectralAsyncApi,
    .severity = Severity::kError,
    .recommended = Severity::kError,
    .versions = kAllAsyncApi2,
    .summary = "the variables of a server are those in its URL",
    .rationale =
        "A name in braces that is not described has no value, a variable that the URL does not "
        "hold has no meaning, and a default outside of the enumeration is forbidden by it.",
    .bad =
        "servers:\n"
        "  production:\n"
        "    url: '{region}.broker.tizza.com'\n"
        "          ^^^^^^^^\n"
        "    protocol: amqp\n",
    .good =
        "servers:\n"
        "  production:\n"
        "    url: '{region}.broker.tizza.com'\n"
        "    protocol: amqp\n"
        "    variables:\n"
        "      region: {default: eu}\n",
    .on = NodeType::kServer,
    .check = check,
};

}  // namespace tizza::spec
