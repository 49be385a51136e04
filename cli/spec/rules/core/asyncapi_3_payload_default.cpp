#include "spec/rules/asyncapi/values.hpp"

namespace tizza::spec {

extern const Rule kAsyncApi3PayloadDefault = {
    .id = "asyncapi-3-payload-default",
    .set = RuleSet::kTizzaCore,
    .severity = Severity::kWarn,
    .recommended = Severity::kWarn,
    .versions = kAllAsyncApi3,
    .summary = "the default of a payload is valid by it",
    .rationale =
        "A consumer puts the default where nothing was sent. One that its own schema "
        "refuses cannot be what is meant.",
    .bad =
        "payload:\n"
        "  type: object\n"
        "  default: margherita\n"
        "           ^^^^^^^^^^\n",
    .good =
        "payload:\n"
        "  type: object\n"
        "  default: {pizza: margherita}\n",
    .on = NodeType::kSchema,
    .check = check_payload_default,
};

}  // namespace tizza::spec
