#include "spec/rule.hpp"

namespace tizza::spec {

extern const Rule kOas3Schema = {
    .id = "oas3-schema",
    .set = RuleSet::kSpectralOas,
    .severity = Severity::kError,
    .recommended = Severity::kError,
    .versions = kAllOpenApi3,
    .summary = "the description follows the structure of OpenAPI 3",
    .rationale =
        "Fields that are missing, unknown or of the wrong type are read differently "
        "by every tool, or not at all.",
    .bad =
        "servers: {url: /v1}\n"
        "^^^^^^^\n",
    .good = "servers: [{url: /v1}]\n",
    .on = {},
};

}  // namespace tizza::spec
