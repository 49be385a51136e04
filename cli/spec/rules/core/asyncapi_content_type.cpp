#include "spec/rule.hpp"
#include "spec/rules/media_type.hpp"
#include "spec/wording.hpp"

namespace tizza::spec {
namespace {

void check(const TypedNode& typed, RuleContext& context) {
  const bool is_root = typed.type() == NodeType::kRoot;
  const Node type = typed.node[is_root ? "defaultContentType" : "contentType"];
  if (!type.is_string() || is_media_type(type.text())) return;
  context.report(type, "content type {} is no media type", quoted(type.text()))
      .help("for example `application/json`");
}

}  // namespace

extern const Rule kAsyncApiContentType = {
    .id = "asyncapi-content-type",
    .set = RuleSet::kTizzaCore,
    .severity = Severity::kWarn,
    .recommended = Severity::kWarn,
    .versions = kAllAsyncApi,
    .summary = "content types are media types",
    .rationale =
        "Clients choose how to read a message by this text; the specification asks for "
        "a media type, such as `application/json`.",
    .bad =
        "defaultContentType: json\n"
        "                    ^^^^\n",
    .good = "defaultContentType: application/json\n",
    .on = {NodeType::kRoot, NodeType::kMessage, NodeType::kMessageTrait},
    .check = check,
};

}  // namespace tizza::spec
