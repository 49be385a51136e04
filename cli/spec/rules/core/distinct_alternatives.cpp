#include <algorithm>
#include <unordered_map>

#include "schema/equality.hpp"
#include "spec/rule.hpp"
#include "spec/rules/fields.hpp"

namespace tizza::spec {
namespace {

void check(const TypedNode& typed, RuleContext& context) {
  std::unordered_multimap<uint64_t, Node> seen;
  for (const Node part : typed.node["oneOf"].items()) {
    const uint64_t hash = schema::hash(part);
    const auto [begin, end] = seen.equal_range(hash);
    const auto twin = std::find_if(
        begin, end, [&](const auto& other) { return schema::equal(other.second, part); });
    if (twin == end) {
      seen.emplace(hash, part);
      continue;
    }
    context.report(head_of(part), "this alternative stands twice in `oneOf`")
        .note(twin->second, "first here");
  }
}

}  // namespace

extern const Rule kDistinctAlternatives = {
    .id = "distinct-alternatives",
    .set = RuleSet::kTizzaCore,
    .severity = Severity::kWarn,
    .recommended = Severity::kWarn,
    .versions = kAllOpenApi3,
    .summary = "the alternatives of `oneOf` are distinct",
    .rationale =
        "Exactly one has to fit. What fits an alternative that is there twice fits two, and is "
        "never valid.",
    .bad =
        "components:\n"
        "  schemas:\n"
        "    Topping:\n"
        "      oneOf:\n"
        "      - {type: string}\n"
        "      - {type: string}\n"
        "         ^^^^\n",
    .good =
        "components:\n"
        "  schemas:\n"
        "    Topping:\n"
        "      oneOf:\n"
        "      - {type: string}\n"
        "      - {type: integer}\n",
    .on = NodeType::kSchema,
    .check = check,
};

}  // namespace tizza::spec
