#include "spec/rule.hpp"
#include "spec/rules/fields.hpp"
#include "spec/wording.hpp"

namespace tizza::spec {
namespace {

void check(const TypedNode&, RuleContext& context) {
  for (const OperationUse& use : context.facts.operations()) {
    const auto place = lacking_items(use.operation, "tags", use.verb);
    if (!place) continue;
    context.report(*place, "`{}` of {} has no tags", use.verb.text(), quoted(use.address.text()));
  }
}

}  // namespace

extern const Rule kOperationTags = {
    .id = "operation-tags",
    .set = RuleSet::kSpectralOas,
    .severity = Severity::kWarn,
    .recommended = std::nullopt,
    .versions = kAllOas,
    .summary = "every operation has a tag",
    .rationale =
        "Documentation and generated clients group operations by their tags; those without end "
        "up in a heap of leftovers.",
    .bad =
        "paths:\n"
        "  /pizza:\n"
        "    get: {responses: {200: {description: all}}}\n"
        "    ^^^\n",
    .good =
        "paths:\n"
        "  /pizza:\n"
        "    get:\n"
        "      tags: [pizza]\n"
        "      responses: {200: {description: all}}\n",
    .on = NodeType::kRoot,
    .check = check,
};

}  // namespace tizza::spec
