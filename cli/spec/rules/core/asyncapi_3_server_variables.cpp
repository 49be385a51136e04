#include <vector>

#include "spec/rule.hpp"
#include "spec/rules/asyncapi/server_variables.hpp"

namespace tizza::spec {
namespace {

void check(const TypedNode& typed, RuleContext& context) {
  std::vector<Node> texts;
  for (const auto field : {"host", "pathname"}) {
    if (const Node text = typed.node[field]; text.is_string()) texts.push_back(text);
  }
  check_server_variables(typed, texts, context);
}

}  // namespace

extern const Rule kAsyncApi3ServerVariables = {
    .id = "asyncapi-3-server-variables",
    .set = RuleSet::kTizzaCore,
    .severity = Severity::kError,
    .recommended = Severity::kError,
    .versions = kAllAsyncApi3,
    .summary = "the variables of a server are those in its host and path",
    .rationale =
        "A name in braces that is not described has no value, a variable that host and "
        "path do not hold has no meaning, and a default outside of the enumeration is "
        "forbidden by it.",
    .bad =
        "servers:\n"
        "  production: {host: '{region}.broker.tizza.com', protocol: amqp}\n"
        "                      ^^^^^^^^\n",
    .good =
        "servers:\n"
        "  production:\n"
        "    host: '{region}.broker.tizza.com'\n"
        "    protocol: amqp\n"
        "    variables: {region: {default: eu}}\n",
    .on = NodeType::kServer,
    .check = check,
};

}  // namespace tizza::spec
