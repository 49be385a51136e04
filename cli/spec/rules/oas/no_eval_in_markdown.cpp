#include "spec/rule.hpp"
#include "spec/rules/oas/markdown.hpp"

namespace tizza::spec {
namespace {

void check(const TypedNode&, RuleContext& context) {
  forbid_in_markdown("eval(", context);
}

}  // namespace

extern const Rule kNoEvalInMarkdown = {
    .id = "no-eval-in-markdown",
    .set = RuleSet::kSpectralOas,
    .severity = Severity::kWarn,
    .recommended = Severity::kWarn,
    .versions = kAllOas,
    .summary = "no description holds `eval(`",
    .rationale =
        "Descriptions are rendered as HTML by documentation sites; code in them may be run in "
        "the reader's browser.",
    .bad =
        "info:\n"
        "  title: x\n"
        "  version: x\n"
        "  description: eval(alert(1))\n"
        "               ^^^^^\n",
    .good =
        "info:\n"
        "  title: x\n"
        "  version: x\n"
        "  description: evaluates pizzas\n",
    .on = NodeType::kRoot,
    .check = check,
};

}  // namespace tizza::spec
