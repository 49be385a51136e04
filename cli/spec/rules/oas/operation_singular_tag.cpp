#include "spec/rule.hpp"
#include "spec/wording.hpp"

namespace tizza::spec {
namespace {

void check(const TypedNode&, RuleContext& context) {
  for (const OperationUse& use : context.facts.operations()) {
    const auto tags = use.operation.find("tags");
    if (!tags || tags->value.size() < 2) continue;
    context.report(tags->key, "`{}` of {} has {} tags", use.verb.text(), quoted(use.address.text()),
                   tags->value.size());
  }
}

}  // namespace

extern const Rule kOperationSingularTag = {
    .id = "operation-singular-tag",
    .set = RuleSet::kSpectralOas,
    .severity = Severity::kWarn,
    .is_opt_in = true,
    .recommended = std::nullopt,
    .versions = kAllOas,
    .summary = "no operation has more than one tag",
    .rationale =
        "Several tools list an operation once for each of its tags, or make a method of each "
        "client class for it.",
    .bad =
        "paths:\n"
        "  /pizza:\n"
        "    get:\n"
        "      tags: [pizza, menu]\n"
        "      ^^^^\n"
        "      responses: {200: {description: all}}\n",
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
