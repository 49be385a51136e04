#include "spec/rule.hpp"
#include "spec/rules/fields.hpp"
#include "spec/wording.hpp"

namespace tizza::spec {
namespace {

void check(const TypedNode& typed, RuleContext& context) {
  const Node name = typed.node["name"];
  const auto place = lacking(typed.node, "description", by_field(typed.node, "name"));
  if (place) context.report(*place, "parameter {} has no description", quoted(name.text()));
}

}  // namespace

extern const Rule kOas2ParameterDescription = {
    .id = "oas2-parameter-description",
    .set = RuleSet::kSpectralOas,
    .severity = Severity::kWarn,
    .is_opt_in = true,
    .recommended = std::nullopt,
    .versions = kAllSwagger,
    .summary = "every parameter has a description",
    .rationale =
        "The name says little to somebody who does not know the service: units, limits and "
        "defaults belong into a description.",
    .bad =
        "parameters:\n"
        "  limit: {name: limit, in: query, type: integer}\n"
        "                ^^^^^\n",
    .good =
        "parameters:\n"
        "  limit: {name: limit, in: query, type: integer, description: at most this many pizzas}\n",
    .on = NodeType::kParameter,
    .check = check,
};

}  // namespace tizza::spec
