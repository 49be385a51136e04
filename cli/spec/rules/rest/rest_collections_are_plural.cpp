#include <algorithm>
#include <set>

#include "spec/rule.hpp"
#include "spec/rules/http.hpp"
#include "spec/rules/template_text.hpp"
#include "spec/wording.hpp"

namespace tizza::spec {
namespace {

/// Whether an English word is a plural, or one that has none of its own.
bool is_plural(std::string_view word) {
  static constexpr std::string_view kIrregular[] = {"people", "children", "men",  "women",
                                                    "data",   "media",    "feet", "mice"};
  if (std::find(std::begin(kIrregular), std::end(kIrregular), word) != std::end(kIrregular)) {
    return true;
  }
  return word.ends_with('s') && !word.ends_with("ss");
}

/// Words only: `v1`, `.well-known` and the like are no collections.
bool is_word(std::string_view segment) {
  return segment.size() > 2 && std::all_of(segment.begin(), segment.end(), [](char c) {
           return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-' || c == '_';
         });
}

void check(const TypedNode&, RuleContext& context) {
  std::set<std::string_view> reported;
  for (const AddressUse& use : context.facts.addresses()) {
    const auto segments = path_segments(use.address.text());
    for (size_t i = 1; i < segments.size(); ++i) {
      const auto name = segments[i - 1];
      if (!is_template(segments[i]) || !is_word(name) || is_plural(name)) continue;
      if (!reported.insert(name).second) continue;
      context.report(part_of(use.address, name), "collection {} is not named in the plural",
                     quoted(name));
    }
  }
}

}  // namespace

extern const Rule kRestCollectionsArePlural = {
    .id = "rest-collections-are-plural",
    .set = RuleSet::kTizzaRest,
    .severity = Severity::kInfo,
    .recommended = std::nullopt,
    .versions = kAllOas,
    .summary = "a collection is named in the plural",
    .rationale =
        "The address `/pizzas/5` reads as one of the pizzas. Where some collections are plural "
        "and others are not, clients have to look each one up, and descriptions drift from the "
        "code.",
    .bad =
        "paths:\n"
        "  /pizza/{id}:\n"
        "   ^^^^^\n"
        "    get:\n"
        "      responses: {200: {description: it}}\n",
    .good =
        "paths:\n"
        "  /pizzas/{id}:\n"
        "    get:\n"
        "      responses: {200: {description: it}}\n",
    .on = NodeType::kRoot,
    .check = check,
};

}  // namespace tizza::spec
