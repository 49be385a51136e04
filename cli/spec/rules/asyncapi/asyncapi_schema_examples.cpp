#include "spec/rules/asyncapi/values.hpp"

namespace tizza::spec {

extern const Rule kAsyncApiSchemaExamples = {
    .id = "asyncapi-schema-examples",
    .set = RuleSet::kSpectralAsyncApi,
    .severity = Severity::kError,
    .recommended = Severity::kError,
    .versions = kAllAsyncApi2,
    .summary = "the examples of a schema are valid by it",
    .rationale =
        "An example shows a consumer what will arrive. One that its own schema refuses "
        "says that one of the two is wrong.",
    .bad =
        "Price:\n"
        "  type: number\n"
        "  minimum: 0\n"
        "  examples: [-1]\n"
        "             ^^\n",
    .good =
        "Price:\n"
        "  type: number\n"
        "  minimum: 0\n"
        "  examples: [9.5]\n",
    .on = NodeType::kSchema,
    .check = check_schema_examples,
};

}  // namespace tizza::spec
