#include "spec/rule.hpp"

namespace tizza::spec {

extern const Rule kOas2Schema = {
    .id = "oas2-schema",
    .set = RuleSet::kSpectralOas,
    .severity = Severity::kError,
    .recommended = Severity::kError,
    .versions = kAllSwagger,
    .summary = "the description follows the structure of Swagger 2.0",
    .rationale =
        "Fields that are missing, unknown or of the wrong type are read differently "
        "by every tool, or not at all.",
    .bad =
        "info:\n"
        "  title: culinary-service\n"
        "  version: 1.0.0\n"
        "  licence: {name: MIT}\n"
        "  ^^^^^^^\n",
    .good =
        "info:\n"
        "  title: culinary-service\n"
        "  version: 1.0.0\n"
        "  license: {name: MIT}\n",
    .on = {},
};

}  // namespace tizza::spec
