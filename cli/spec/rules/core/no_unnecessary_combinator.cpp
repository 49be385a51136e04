#include "spec/rule.hpp"
#include "spec/wording.hpp"

namespace tizza::spec {
namespace {

void check(const TypedNode& typed, RuleContext& context) {
  if (typed.node.size() != 1) return;
  const auto [key, parts] = typed.node.entry(0);
  const auto word = key.text();
  if (word != "allOf" && word != "anyOf" && word != "oneOf") return;
  if (parts.size() != 1) return;
  context.report(key, "{} with one part can be left out", quoted(word));
}

}  // namespace

extern const Rule kNoUnnecessaryCombinator = {
    .id = "no-unnecessary-combinator",
    .set = RuleSet::kTizzaCore,
    .severity = Severity::kHint,
    .recommended = std::nullopt,
    .versions = kAllOas,
    .summary = "a schema is not wrapped into `allOf`, `anyOf` or `oneOf` alone",
    .rationale =
        "With one part and nothing beside it the wrapper says nothing, and generators make a "
        "class of it.",
    .bad =
        "definitions:\n"
        "  Pizza:\n"
        "    allOf:\n"
        "    ^^^^^\n"
        "    - {type: object}\n",
    .good =
        "definitions:\n"
        "  Pizza: {type: object}\n",
    .on = NodeType::kSchema,
    .check = check,
};

}  // namespace tizza::spec
