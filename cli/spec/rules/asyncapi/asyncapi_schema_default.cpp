#include "spec/rules/asyncapi/values.hpp"

namespace tizza::spec {

extern const Rule kAsyncApiSchemaDefault = {
    .id = "asyncapi-schema-default",
    .set = RuleSet::kSpectralAsyncApi,
    .severity = Severity::kError,
    .recommended = Severity::kError,
    .versions = kAllAsyncApi2,
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
