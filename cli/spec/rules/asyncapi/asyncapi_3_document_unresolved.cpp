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
    .bad = "info: {titel: culinary-service}\n",
    .good = "info: {title: culinary-service, version: 1.0.0}\n",
    .on = {},
};

}  // namespace tizza::spec
