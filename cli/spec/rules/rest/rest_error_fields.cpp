#include "spec/rule.hpp"
#include "spec/rules/http.hpp"
#include "spec/wording.hpp"

namespace tizza::spec {
namespace {

void check(const TypedNode&, RuleContext& context) {
  for (const OperationUse& use : context.facts.operations()) {
    for (const auto& [code, written] : use.operation["responses"].entries()) {
      if (!is_status(code.text(), '4') && !is_status(code.text(), '5')) continue;
      for (const Body& body : bodies_of(context.api, context.api.target(written))) {
        if (!body.schema["properties"] || body.media_type.starts_with("application/problem+"))
          continue;
        for (const std::string_view field : {"status", "message"}) {
          if (find_property(context.api, body.schema, field)) continue;
          context.report(code, "error {} of `{}` {} has no `{}`", code.text(), use.verb.text(),
                         quoted(use.address.text()), field);
        }
      }
    }
  }
}

}  // namespace

extern const Rule kRestErrorFields = {
    .id = "rest-error-fields",
    .set = RuleSet::kTizzaRest,
    .severity = Severity::kHint,
    .recommended = std::nullopt,
    .versions = kAllOas,
    .summary = "errors have `status` and `message`, or are problem details",
    .rationale =
        "The status survives in logs and queues where the response line is lost; the message is "
        "for people. RFC 9457 has the same in `application/problem+json`.",
    .bad =
        "paths:\n"
        "  /pizzas:\n"
        "    get:\n"
        "      responses:\n"
        "        400: {description: a, schema: {type: object, properties: {status: {type: "
        "integer}}}}\n"
        "        ^^^\n",
    .good =
        "paths:\n"
        "  /pizzas:\n"
        "    get:\n"
        "      responses:\n"
        "        400: {description: a, schema: {type: object, properties: {status: {type: "
        "integer}, message: {type: string}}}}\n",
    .on = NodeType::kRoot,
    .check = check,
};

}  // namespace tizza::spec
