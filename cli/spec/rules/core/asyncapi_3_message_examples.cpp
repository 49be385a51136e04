#include "spec/rules/asyncapi/values.hpp"

namespace tizza::spec {

extern const Rule kAsyncApi3MessageExamples = {
    .id = "asyncapi-3-message-examples",
    .set = RuleSet::kTizzaCore,
    .severity = Severity::kWarn,
    .recommended = Severity::kWarn,
    .versions = kAllAsyncApi3,
    .summary = "the examples of a message are valid by its payload and headers",
    .rationale =
        "An example shows a consumer what will arrive. One that the payload or headers "
        "schema of its own message refuses says that one of the two is wrong.",
    .bad =
        "payload:\n"
        "  type: object\n"
        "  properties:\n"
        "    pizza_id: {type: integer}\n"
        "examples:\n"
        "  - payload: {pizza_id: margherita}\n"
        "                        ^^^^^^^^^^\n",
    .good =
        "payload:\n"
        "  type: object\n"
        "  properties:\n"
        "    pizza_id: {type: integer}\n"
        "examples:\n"
        "  - payload: {pizza_id: 7}\n",
    .on = {NodeType::kMessage, NodeType::kMessageTrait},
    .check = check_message_examples,
};

}  // namespace tizza::spec
