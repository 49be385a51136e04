#include "spec/rule.hpp"
#include "spec/rules/fields.hpp"
#include "spec/rules/http.hpp"
#include "text/edits.hpp"

namespace tizza::spec {
namespace {

/// Says what holds already (OpenAPI 3.1, 4.8.12).
void write_defaults(Node parameter, FindingEditor& finding) {
  const auto in = parameter["in"].text();
  const bool is_form = in == "query" || in == "cookie";
  const Node style = parameter["style"];
  const std::string_view as = style ? style.text() : is_form ? "form" : "simple";
  if (!style) finding.fix(set_entry(parameter, "style", as));
  if (!parameter["explode"]) finding.fix(set_entry(parameter, "explode", as == "form"));
}

void check(const TypedNode& typed, RuleContext& context) {
  const Node parameter = typed.node;
  const Node schema = value_schema(context.api, parameter);
  if (!has_type(schema, "array") && !schema["items"]) return;
  if (parameter["in"].text() == "querystring") return;
  for (const auto field : {"style", "explode"}) {
    if (parameter[field]) continue;
    auto finding =
        context.report(by_field(parameter, "name"), "this list does not say its `{}`", field);
    if (finding) write_defaults(parameter, finding);
    return;
  }
}

}  // namespace

extern const Rule kArrayParameterSerialization = {
    .id = "array-parameter-serialization",
    .set = RuleSet::kTizzaCore,
    .severity = Severity::kInfo,
    .is_opt_in = true,
    .recommended = std::nullopt,
    .versions = kAllOpenApi3,
    .summary = "parameters that are lists say their `style` and `explode`",
    .rationale =
        "The defaults differ by the place of the parameter, and servers and clients differ in "
        "whether they know them: `?topping=a&topping=b` or `?topping=a,b`.",
    .bad =
        "components:\n"
        "  parameters:\n"
        "    toppings: {name: topping, in: query, schema: {type: array, items: {}}}\n"
        "                     ^^^^^^^\n",
    .good =
        "components:\n"
        "  parameters:\n"
        "    toppings:\n"
        "      name: topping\n"
        "      in: query\n"
        "      style: form\n"
        "      explode: true\n"
        "      schema: {type: array, items: {}}\n",
    .fix = "write the defaults of both",
    .on = NodeType::kParameter,
    .check = check,
};

}  // namespace tizza::spec
