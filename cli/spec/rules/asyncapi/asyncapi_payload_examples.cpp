#include "spec/rules/asyncapi/values.hpp"

namespace tizza::spec {

extern const Rule kAsyncApiPayloadExamples = {
    .id = "asyncapi-payload-examples",
    .set = RuleSet::kSpectralAsyncApi,
    .severity = Severity::kError,
    .recommended = Severity::kError,
    .versions = kAllAsyncApi2,
    .summary = "the examples of a payload are valid by it",
    .rationale =
        "An example shows a consumer what will arrive. One that its own schema refuses "
        "says that one of the two is wrong.",
    .bad =
        "payload:\n"
        "  type: object\n"
        "  required: [pizza_id]\n"
        "  examples:\n"
        "    - {id: 7}\n"
        "      ^\n",
    .good =
        "payload:\n"
        "  type: object\n"
        "  required: [pizza_id]\n"
        "  examples:\n"
        "    - {pizza_id: 7}\n",
    .on = NodeType::kSchema,
    .check = check_payload_examples,
};

}  // namespace tizza::spec
