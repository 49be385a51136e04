#include "spec/rule.hpp"

namespace tizza::spec {

extern const Rule kAsyncApi3DocumentUnresolved = {
    .id = "asyncapi-3-document-unresolved",
    .set = RuleSet::kSpectralAsyncApi,
    .severity = Severity::kError,
    .recommended = Severity::kError,
    .versions = kAllAsyncApi3,
    .summary = "the description follows the structure of its version of AsyncAPI",
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
