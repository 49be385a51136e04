#include "spec/ignores.hpp"
#include "spec/rule.hpp"
#include "spec/rules/reference_targets.hpp"
#include "spec/wording.hpp"

namespace tizza::spec {
namespace {

void check(const TypedNode& typed, RuleContext& context) {
  const ReferenceTargets used(context.api);
  for (const auto& [name, definition] : typed.node["definitions"].entries()) {
    if (is_ignore_field(name, definition)) continue;
    if (used.has(definition) || used.has_parent_of(definition)) continue;
    context.report(name, "definition {} is never used", quoted(name.text()));
  }
}

}  // namespace

extern const Rule kOas2UnusedDefinition = {
    .id = "oas2-unused-definition",
    .set = RuleSet::kSpectralOas,
    .severity = Severity::kWarn,
    .recommended = Severity::kHint,
    .versions = kAllSwagger,
    .summary = "every definition is referred to",
    .rationale =
        "A schema that nothing refers to is mostly a leftover, or the reference to it "
        "is misspelt.",
    .bad =
        "definitions:\n"
        "  Pizza: {type: object}\n"
        "  ^^^^^\n",
    .good =
        "paths:\n"
        "  /pizza:\n"
        "    get:\n"
        "      responses:\n"
        "        200: {description: it, schema: {$ref: '#/definitions/Pizza'}}\n"
        "definitions:\n"
        "  Pizza: {type: object}\n",
    .on = NodeType::kRoot,
    .check = check,
};

}  // namespace tizza::spec
