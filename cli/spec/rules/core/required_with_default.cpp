#include "spec/rule.hpp"
#include "spec/rules/fields.hpp"
#include "spec/rules/http.hpp"
#include "spec/wording.hpp"

namespace tizza::spec {
namespace {

void check(const TypedNode& typed, RuleContext& context) {
  if (typed.node["required"].as_bool() != true) return;
  const auto found = value_schema(context.api, typed.node).find("default");
  if (!found) return;
  context
      .report(by_field(typed.node, "name"), "required parameter {} has a default",
              quoted(typed.node["name"].text()))
      .note(found->key, "never used");
}

}  // namespace

extern const Rule kRequiredWithDefault = {
    .id = "required-with-default",
    .set = RuleSet::kTizzaCore,
    .severity = Severity::kWarn,
    .recommended = Severity::kHint,
    .versions = kAllOas,
    .summary = "a required parameter has no default",
    .rationale =
        "The default is for requests that leave the parameter out, and none may. One of the two "
        "is not meant.",
    .bad =
        "parameters:\n"
        "  limit: {name: limit, in: query, type: integer, required: true, default: 20}\n"
        "                ^^^^^\n",
    .good =
        "parameters:\n"
        "  limit: {name: limit, in: query, type: integer, default: 20}\n",
    .on = NodeType::kParameter,
    .check = check,
};

}  // namespace tizza::spec
