#include "spec/rule.hpp"

namespace tizza::spec {
namespace {

void check(const TypedNode& typed, RuleContext& context) {
  const auto read = typed.node.find("readOnly");
  const auto write = typed.node.find("writeOnly");
  if (!read || !write || read->value.as_bool() != true || write->value.as_bool() != true) return;
  context.report(write->key, "`readOnly` and `writeOnly` exclude each other")
      .note(read->key, "the other one");
}

}  // namespace

extern const Rule kReadAndWriteOnly = {
    .id = "read-and-write-only",
    .set = RuleSet::kTizzaCore,
    .severity = Severity::kWarn,
    .recommended = Severity::kError,
    .versions = kAllOpenApi3,
    .summary = "no property is both read-only and write-only",
    .rationale = "It may be in no request and in no response.",
    .bad =
        "components:\n"
        "  schemas:\n"
        "    Secret: {type: string, readOnly: true, writeOnly: true}\n"
        "                                           ^^^^^^^^^\n",
    .good =
        "components:\n"
        "  schemas:\n"
        "    Secret: {type: string, writeOnly: true}\n",
    .on = NodeType::kSchema,
    .check = check,
};

}  // namespace tizza::spec
