#include "spec/rule.hpp"

namespace tizza::spec {

// The walk checks this one: it is the part of the format's grammar that describes payloads.
extern const Rule kAsyncApiPayload = {
    .id = "asyncapi-payload",
    .set = RuleSet::kSpectralAsyncApi,
    .severity = Severity::kError,
    .recommended = Severity::kError,
    .versions = kAllAsyncApi2,
    .summary = "a payload without a `schemaFormat` is a schema of AsyncAPI",
    .rationale =
        "Where a message does not say in which language its payload is described, "
        "consumers and generators read it as a schema of AsyncAPI. A mistake in it leaves "
        "them with no payload at all.",
    .bad =
        "payload:\n"
        "  type: object\n"
        "  required: pizza_id\n"
        "            ^^^^^^^^\n",
    .good =
        "payload:\n"
        "  type: object\n"
        "  required: [pizza_id]\n",
    .on = {},
};

}  // namespace tizza::spec
