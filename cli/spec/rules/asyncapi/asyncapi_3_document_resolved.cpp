#include "spec/rule.hpp"

namespace tizza::spec {

extern const Rule kAsyncApi3DocumentResolved = {
    .id = "asyncapi-3-document-resolved",
    .set = RuleSet::kSpectralAsyncApi,
    .severity = Severity::kError,
    .recommended = Severity::kError,
    .versions = kAllAsyncApi3,
    .summary = "what references lead to follows the structure of AsyncAPI too",
    .rationale =
        "A part in another file, or under an extension, only becomes a part of the description "
        "where something refers to it; it is held to the same structure there.",
    .bad =
        "channels:\n"
        "  deleted: {$ref: '#/x-shared/deleted'}\n"
        "x-shared:\n"
        "  deleted: {adress: pizza.deleted.1}\n"
        "            ^^^^^^\n",
    .good =
        "channels:\n"
        "  deleted: {$ref: '#/x-shared/deleted'}\n"
        "x-shared:\n"
        "  deleted: {address: pizza.deleted.1}\n",
    .on = {},
};

}  // namespace tizza::spec
