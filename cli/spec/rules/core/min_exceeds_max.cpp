#include "spec/rule.hpp"
#include "spec/wording.hpp"

namespace tizza::spec {
namespace {

struct Bounds {
  std::string_view low;
  std::string_view high;
};
constexpr Bounds kBounds[] = {
    {"minimum", "maximum"},          {"minLength", "maxLength"},
    {"minItems", "maxItems"},        {"minProperties", "maxProperties"},
    {"minContains", "maxContains"},  {"exclusiveMinimum", "exclusiveMaximum"},
    {"exclusiveMinimum", "maximum"}, {"minimum", "exclusiveMaximum"}};

/// Whether the bound itself is out: `exclusiveMinimum: true` up to 3.0, a number of its own since.
bool is_open(Node schema, const Bounds& bounds) {
  const bool by_flag =
      schema["exclusiveMinimum"].as_bool() == true || schema["exclusiveMaximum"].as_bool() == true;
  return (by_flag && bounds.low == "minimum") || bounds.low.starts_with("ex") ||
         bounds.high.starts_with("ex");
}

/// Most schemas have no bounds at all, which one look at their keys tells.
bool has_bounds(Node schema) {
  for (const auto& [key, value] : schema.entries()) {
    if (key.text().starts_with("min") || key.text().starts_with("exclusiveMin")) return true;
  }
  return false;
}

void check(const TypedNode& typed, RuleContext& context) {
  if (!has_bounds(typed.node)) return;
  for (const Bounds& bounds : kBounds) {
    const auto low = typed.node.find(bounds.low);
    const auto high = typed.node.find(bounds.high);
    if (!low || !high || !low->value.is_number() || !high->value.is_number()) continue;
    const double least = *low->value.as_double();
    const double most = *high->value.as_double();
    if (least < most || (least == most && !is_open(typed.node, bounds))) continue;
    context
        .report(low->value, "`{}` {} leaves nothing below `{}` {}", bounds.low,
                shortened(low->value.text()), bounds.high, shortened(high->value.text()))
        .note(high->value, "the other end");
  }
}

}  // namespace

extern const Rule kMinExceedsMax = {
    .id = "min-exceeds-max",
    .set = RuleSet::kTizzaCore,
    .severity = Severity::kWarn,
    .recommended = Severity::kError,
    .versions = kAllOas,
    .summary = "no smallest value is above the largest",
    .rationale = "No value lies between the two, so that nothing is ever valid.",
    .bad =
        "definitions:\n"
        "  Name: {type: string, minLength: 50, maxLength: 5}\n"
        "                                  ^^\n",
    .good =
        "definitions:\n"
        "  Name: {type: string, minLength: 5, maxLength: 50}\n",
    .on = {NodeType::kSchema, NodeType::kParameter, NodeType::kItems, NodeType::kHeader},
    .check = check,
};

}  // namespace tizza::spec
