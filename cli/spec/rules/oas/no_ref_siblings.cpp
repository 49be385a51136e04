#include "spec/rule.hpp"
#include "spec/wording.hpp"
#include "text/edits.hpp"

namespace tizza::spec {
namespace {

void check(const TypedNode&, RuleContext& context) {
  for (const Reference& reference : context.api.references()) {
    // A path item may say more than the one it refers to.
    if (node_type(*reference.type) == NodeType::kPathItem) continue;
    for (const auto& [key, value] : reference.holder.entries()) {
      if (key.text() == "$ref") continue;
      auto finding = context.report(key, "{} beside `$ref` has no effect", quoted(key.text()));
      if (!finding) continue;
      finding.note(reference.value, "only this counts")
          .fix(remove_entry(reference.holder, key.text()));
    }
  }
}

}  // namespace

extern const Rule kNoRefSiblings = {
    .id = "no-$ref-siblings",
    .set = RuleSet::kSpectralOas,
    .severity = Severity::kError,
    .recommended = Severity::kError,
    .versions = kAllSwagger | Version::kOpenApi30,
    .summary = "nothing stands beside `$ref`",
    .rationale =
        "A reference is replaced as a whole by what it names: what stands beside it, such "
        "as a description, is silently dropped.",
    .bad =
        "pizza:\n"
        "  $ref: '#/definitions/Pizza'\n"
        "  description: the pizza of the day\n"
        "  ^^^^^^^^^^^\n",
    .good =
        "pizza:\n"
        "  description: the pizza of the day\n"
        "  allOf:\n"
        "  - $ref: '#/definitions/Pizza'\n",
    .fix = "take away what has no effect",
    .on = NodeType::kRoot,
    .check = check,
};

}  // namespace tizza::spec
