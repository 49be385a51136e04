#include "spec/rule.hpp"

namespace tizza::spec {

extern const Rule kMisplacedRef = {
    .id = "misplaced-ref",
    .set = RuleSet::kTizzaCore,
    .severity = Severity::kWarn,
    .recommended = Severity::kWarn,
    .versions = kAllVersions,
    .summary = "references stand only where the format knows them",
    .rationale =
        "The format says where a reference may stand. Elsewhere some tools follow it "
        "and others take it for an unknown field.",
    .bad =
        "info: {$ref: info.yaml}\n"
        "             ^^^^^^^^^\n",
    .good = "info: {title: culinary-service, version: 1.0.0}\n",
    .on = {},
};

}  // namespace tizza::spec
