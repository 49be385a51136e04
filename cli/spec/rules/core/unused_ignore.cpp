#include "spec/rule.hpp"

namespace tizza::spec {

extern const Rule kUnusedIgnore = {
    .id = "unused-ignore",
    .set = RuleSet::kTizzaCore,
    .severity = Severity::kHint,
    .recommended = Severity::kHint,
    .versions = kAllVersions,
    .summary = "`x-tizza-ignore` names rules that would find something",
    .rationale =
        "What was ignored once is mended, and the name that stays would hide the next mistake "
        "of the kind.",
    .bad =
        "x-tizza-ignore: [typed-enum]\n"
        "                 ^^^^^^^^^^\n",
    .good = "x-tizza-owner: culinary\n",
    .fix = "take the name out",
    .on = {},
};

}  // namespace tizza::spec
