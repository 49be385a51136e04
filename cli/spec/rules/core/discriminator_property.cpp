#include "spec/rule.hpp"
#include "spec/rules/fields.hpp"
#include "spec/rules/http.hpp"
#include "spec/wording.hpp"

namespace tizza::spec {
namespace {

constexpr int kMostParts = 100;  // they may refer to each other in a circle

/// Whether an object says which properties it has, here or in a part.
bool has_properties(const ApiDescription& api, Node schema, int& left) {
  if (--left < 0) return false;
  if (schema["properties"].size() > 0) return true;
  for (const Node part : schema["allOf"].items()) {
    if (has_properties(api, api.target(part), left)) return true;
  }
  return false;
}

void check(const TypedNode& typed, RuleContext& context) {
  const Node name = typed.node["discriminator"]["propertyName"];
  if (!name.is_string() || find_property(context.api, typed.node, name.text())) return;
  const bool has_alternatives = typed.node["oneOf"] || typed.node["anyOf"];
  int left = kMostParts;
  if (!has_alternatives && has_properties(context.api, typed.node, left)) {
    context.report(name, "discriminator {} is no property of the schema", quoted(name.text()));
    return;
  }
  for (const auto keyword : {"oneOf", "anyOf"}) {
    for (const Node written : typed.node[keyword].items()) {
      const Node alternative = context.api.target(written);
      // One without properties says nothing of them, and one with alternatives has them there.
      if (!alternative["properties"] || alternative["oneOf"] || alternative["anyOf"]) continue;
      if (find_property(context.api, alternative, name.text())) continue;
      context
          .report(written["$ref"] ? Place(written["$ref"]) : head_of(written),
                  "this alternative has no property {}, by which it is told from the others",
                  quoted(name.text()))
          .note(name, "the discriminator");
    }
  }
}

}  // namespace

extern const Rule kDiscriminatorProperty = {
    .id = "discriminator-property",
    .set = RuleSet::kTizzaCore,
    .severity = Severity::kWarn,
    .recommended = Severity::kWarn,
    .versions = kAllOpenApi3,
    .summary =
        "the property of a discriminator is defined, in each alternative where there are some",
    .rationale =
        "A reader picks the schema by the value of the property. Where it may be missing, "
        "nothing can be picked.",
    .bad =
        "components:\n"
        "  schemas:\n"
        "    Cat: {type: object, properties: {name: {type: string}}}\n"
        "    Pet:\n"
        "      oneOf:\n"
        "      - $ref: '#/components/schemas/Cat'\n"
        "              ^^^^^^^^^^^^^^^^^^^^^^^^^^\n"
        "      discriminator: {propertyName: kind}\n",
    .good =
        "components:\n"
        "  schemas:\n"
        "    Cat: {type: object, required: [kind], properties: {kind: {type: string}}}\n"
        "    Pet:\n"
        "      oneOf:\n"
        "      - $ref: '#/components/schemas/Cat'\n"
        "      discriminator: {propertyName: kind}\n",
    .on = NodeType::kSchema,
    .check = check,
};

}  // namespace tizza::spec
