#include "spec/rule.hpp"
#include "spec/rules/oas/markdown.hpp"

namespace tizza::spec {
namespace {

void check(const TypedNode&, RuleContext& context) {
  forbid_in_markdown("<script", context);
}

}  // namespace

extern const Rule kNoScriptTagsInMarkdown = {
    .id = "no-script-tags-in-markdown",
    .set = RuleSet::kSpectralOas,
    .severity = Severity::kWarn,
    .recommended = Severity::kWarn,
    .versions = kAllOas,
    .summary = "no description holds a `<script>` tag",
    .rationale =
        "Descriptions are rendered as HTML by documentation sites; a script in them runs in the "
        "reader's browser.",
    .bad =
        "info:\n"
        "  title: x\n"
        "  version: x\n"
        "  description: <script>alert(1)</script>\n"
        "               ^^^^^^^\n",
    .good =
        "info:\n"
        "  title: x\n"
        "  version: x\n"
        "  description: how to script an order\n",
    .on = NodeType::kRoot,
    .check = check,
};

}  // namespace tizza::spec
