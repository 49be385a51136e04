#include "spec/rule.hpp"

namespace tizza::spec {

extern const Rule kRemoteRef = {
    .id = "remote-ref",
    .set = RuleSet::kTizzaCore,
    .severity = Severity::kInfo,
    .recommended = Severity::kInfo,
    .versions = kAllVersions,
    .summary = "references lead to local files",
    .rationale =
        "What a URL names is not looked at: it can change or be out of reach at any "
        "time. A copy in the repository is checked with all the rest.",
    .bad =
        "schema: {$ref: https://tizza.com/schemas/pizza.yaml}\n"
        "               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^\n",
    .good = "schema: {$ref: schemas/pizza.yaml}\n",
    .on = {},
};

}  // namespace tizza::spec
