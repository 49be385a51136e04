#include "spec/rule.hpp"

namespace tizza::spec {

extern const Rule kInvalidRef = {
    .id = "invalid-ref",
    .set = RuleSet::kTizzaCore,
    .severity = Severity::kError,
    .recommended = Severity::kError,
    .versions = kAllVersions,
    .summary = "every reference leads to something of the right kind",
    .rationale =
        "A reference that leads nowhere, in a circle or to an object of another kind "
        "leaves a hole in the description.",
    .bad =
        "schema: {$ref: '#/definitions/Piza'}\n"
        "               ^^^^^^^^^^^^^^^^^^^^\n",
    .good = "schema: {$ref: '#/definitions/Pizza'}\n",
    .on = {},
};

}  // namespace tizza::spec
