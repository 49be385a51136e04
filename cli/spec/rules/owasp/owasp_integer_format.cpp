#include "spec/rule.hpp"
#include "spec/rules/fields.hpp"
#include "spec/rules/http.hpp"

namespace tizza::spec {
namespace {

void check(const TypedNode& typed, RuleContext& context) {
  if (!has_type(typed.node, "integer") || typed.node["format"] || typed.node["enum"] ||
      typed.node["const"])
    return;
  context.report(by_field(typed.node, "type"), "the integer has no `format`")
      .help("use `int32` or `int64`");
}

}  // namespace

extern const Rule kOwaspIntegerFormat = {
    .id = "owasp-integer-format",
    .set = RuleSet::kTizzaOwasp,
    .severity = Severity::kWarn,
    .recommended = std::nullopt,
    .versions = kAllOas,
    .summary = "integers have a format",
    .rationale =
        "API4:2023: without `int32` or `int64` two implementations overflow at different "
        "values.",
    .bad =
        "definitions:\n"
        "  Slices: {type: integer}\n"
        "                 ^^^^^^^\n",
    .good =
        "definitions:\n"
        "  Slices: {type: integer, format: int32}\n",
    .on = {NodeType::kSchema, NodeType::kParameter, NodeType::kItems},
    .check = check,
};

}  // namespace tizza::spec
