#include "spec/ignores.hpp"
#include "spec/rule.hpp"
#include "spec/rules/reference_targets.hpp"
#include "spec/wording.hpp"

namespace tizza::spec {
namespace {

/// Security schemes are used by name, and path items by more than references.
constexpr std::string_view kKinds[] = {"schemas",       "responses", "parameters", "examples",
                                       "requestBodies", "headers",   "links",      "callbacks"};

void check(const TypedNode& typed, RuleContext& context) {
  const ReferenceTargets used(context.api);
  for (const auto kind : kKinds) {
    for (const auto& [name, component] : typed.node["components"][kind].entries()) {
      if (used.has(component) || used.has_parent_of(component)) continue;
      if (is_ignore_field(name, component)) continue;
      context.report(name, "component {} of `{}` is never used", quoted(name.text()), kind);
    }
  }
}

}  // namespace

extern const Rule kOas3UnusedComponent = {
    .id = "oas3-unused-component",
    .set = RuleSet::kSpectralOas,
    .severity = Severity::kWarn,
    .recommended = Severity::kHint,
    .versions = kAllOpenApi3,
    .summary = "every component is referred to",
    .rationale =
        "A component that nothing refers to is mostly a leftover, or the reference to it is "
        "misspelt.",
    .bad =
        "components:\n"
        "  schemas:\n"
        "    Pizza: {type: object}\n"
        "    ^^^^^\n",
    .good =
        "paths:\n"
        "  /pizza:\n"
        "    get:\n"
        "      responses:\n"
        "        200:\n"
        "          description: it\n"
        "          content:\n"
        "            application/json:\n"
        "              schema: {$ref: '#/components/schemas/Pizza'}\n"
        "components:\n"
        "  schemas:\n"
        "    Pizza: {type: object}\n",
    .on = NodeType::kRoot,
    .check = check,
};

}  // namespace tizza::spec
