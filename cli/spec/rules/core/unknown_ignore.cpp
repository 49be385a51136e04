#include "spec/rule.hpp"

namespace tizza::spec {

extern const Rule kUnknownIgnore = {
    .id = "unknown-ignore",
    .set = RuleSet::kTizzaCore,
    .severity = Severity::kWarn,
    .recommended = Severity::kWarn,
    .versions = kAllVersions,
    .summary = "`x-tizza-ignore` names rules that exist",
    .rationale =
        "A name that is spelled wrong ignores nothing, and whoever wrote it believes that it does.",
    .bad =
        "x-tizza-ignore: [path-parms]\n"
        "                 ^^^^^^^^^^\n",
    .good = "x-tizza-ignore: [path-params]\n",
    .on = {},
};

}  // namespace tizza::spec
