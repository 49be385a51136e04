#include "base/strings.hpp"
#include "spec/rule.hpp"
#include "spec/wording.hpp"

namespace tizza::spec {
namespace {

/// What a reader looks up by its description. Responses are left out: `OK` may stand twice.
constexpr NodeTypes kDescribed = {NodeType::kOperation,   NodeType::kParameter, NodeType::kHeader,
                                  NodeType::kRequestBody, NodeType::kSchema,    NodeType::kTag,
                                  NodeType::kChannel,     NodeType::kMessage};

void check(const TypedNode&, RuleContext& context) {
  StringMap<Node> seen;
  for (const TypedNode& typed : context.api.nodes()) {
    if (!kDescribed.has(typed.type())) continue;
    const Node description = typed.node["description"];
    if (!description.is_string() || trim(description.text()).empty()) continue;
    const auto [first, is_new] = seen.emplace(trim(description.text()), description);
    if (is_new) continue;
    context.report(description, "this description stands twice")
        .note(first->second, "here for the first time");
  }
}

}  // namespace

extern const Rule kDescriptionDuplication = {
    .id = "description-duplication",
    .set = RuleSet::kTizzaCore,
    .severity = Severity::kInfo,
    .is_opt_in = true,
    .recommended = std::nullopt,
    .versions = kAllVersions,
    .summary = "no two operations, parameters, schemas or tags are described in the same words",
    .rationale =
        "A description that stands twice was copied: either it does not say what is special of "
        "this place, or the two things are one and want a `$ref`.",
    .bad =
        "definitions:\n"
        "  Pizza: {type: object, description: What we bake.}\n"
        "  Topping: {type: string, description: What we bake.}\n"
        "                                       ^^^^^^^^^^^^^\n",
    .good =
        "definitions:\n"
        "  Pizza: {type: object, description: What we bake.}\n"
        "  Topping: {type: string, description: What lies on it.}\n",
    .on = NodeType::kRoot,
    .check = check,
};

}  // namespace tizza::spec
