#include "spec/rules/discriminator.hpp"

namespace tizza::spec {

extern const Rule kOas2Discriminator = {
    .id = "oas2-discriminator",
    .set = RuleSet::kSpectralOas,
    .severity = Severity::kError,
    .recommended = Severity::kError,
    .versions = kAllSwagger,
    .summary = "the discriminator is a required property of its schema",
    .rationale =
        "Which of the derived schemas a value follows is read from this property; a "
        "value without it cannot be told apart.",
    .bad =
        "Topping:\n"
        "  discriminator: kind\n"
        "                 ^^^^\n"
        "  properties:\n"
        "    kind: {type: string}\n",
    .good =
        "Topping:\n"
        "  discriminator: kind\n"
        "  required: [kind]\n"
        "  properties:\n"
        "    kind: {type: string}\n",
    .on = NodeType::kSchema,
    .check = check_discriminator,
};

}  // namespace tizza::spec
