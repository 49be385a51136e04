#include "spec/rule.hpp"
#include "spec/rules/fields.hpp"

namespace tizza::spec {
namespace {

/// The fields that hold the example, of which those of 3.2 stand for `value` too.
constexpr std::string_view kContents[] = {"value", "dataValue", "serializedValue"};

void check(const TypedNode& typed, RuleContext& context) {
  const auto external = typed.node.find("externalValue");
  if (external && typed.node.find("value")) {
    context.report({typed.node, external->key.span()},
                   "`value` and `externalValue` exclude each other");
    return;
  }
  const bool is_newer = context.api.version() >= Version::kOpenApi32;
  for (const auto field : kContents) {
    if (typed.node.find(field) && (is_newer || field == "value")) return;
  }
  if (!external) context.report(head_of(typed.node), "an example needs `value` or `externalValue`");
}

}  // namespace

extern const Rule kOas3ExamplesValueOrExternalValue = {
    .id = "oas3-examples-value-or-externalValue",
    .set = RuleSet::kSpectralOas,
    .severity = Severity::kWarn,
    .recommended = Severity::kWarn,
    .versions = kAllOpenApi3,
    .summary = "an example has either `value` or `externalValue`",
    .rationale = "The two exclude each other, and an example with neither shows nothing.",
    .bad =
        "components:\n"
        "  examples:\n"
        "    salami: {summary: a pizza}\n"
        "             ^^^^^^^\n",
    .good =
        "components:\n"
        "  examples:\n"
        "    salami: {summary: a pizza, value: {title: Salami}}\n",
    .on = NodeType::kExample,
    .check = check,
};

}  // namespace tizza::spec
