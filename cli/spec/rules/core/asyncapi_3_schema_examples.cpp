#include "spec/rules/asyncapi/values.hpp"

namespace tizza::spec {

extern const Rule kAsyncApi3SchemaExamples = {
    .id = "asyncapi-3-schema-examples",
    .set = RuleSet::kTizzaCore,
    .severity = Severity::kWarn,
    .recommended = Severity::kWarn,
    .versions = kAllAsyncApi3,
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
