#include "spec/rules/asyncapi/values.hpp"

namespace tizza::spec {

extern const Rule kAsyncApi3SchemaDefault = {
    .id = "asyncapi-3-schema-default",
    .set = RuleSet::kTizzaCore,
    .severity = Severity::kWarn,
    .recommended = Severity::kWarn,
    .versions = kAllAsyncApi3,
    .summary = "the default of a schema is valid by it",
    .rationale =
        "A consumer puts the default where nothing was sent. One that its own schema "
        "refuses cannot be what is meant.",
    .bad =
        "Size:\n"
        "  type: string\n"
        "  enum: [small, large]\n"
        "  default: medium\n"
        "           ^^^^^^\n",
    .good =
        "Size:\n"
        "  type: string\n"
        "  enum: [small, large]\n"
        "  default: large\n",
    .on = NodeType::kSchema,
    .check = check_schema_default,
};

}  // namespace tizza::spec
