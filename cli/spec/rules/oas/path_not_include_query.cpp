#include "spec/rule.hpp"
#include "spec/rules/template_text.hpp"
#include "spec/wording.hpp"

namespace tizza::spec {
namespace {

void check(const TypedNode&, RuleContext& context) {
  for (const AddressUse& use : context.facts.addresses()) {
    const auto path = use.address.text();
    const size_t query = path.find('?');
    if (query == std::string_view::npos) continue;
    context.report(part_of(use.address, path.substr(query)), "path {} holds a query", quoted(path));
  }
}

}  // namespace

extern const Rule kPathNotIncludeQuery = {
    .id = "path-not-include-query",
    .set = RuleSet::kSpectralOas,
    .severity = Severity::kWarn,
    .recommended = Severity::kWarn,
    .versions = kAllOas,
    .summary = "paths hold no query",
    .rationale =
        "A path is matched without its query, so that this one can never be matched. "
        "Describe what follows the `?` as query parameters.",
    .bad =
        "paths:\n"
        "  /pizza?size=40:\n"
        "        ^^^^^^^^\n"
        "    get: {responses: {200: {description: all}}}\n",
    .good =
        "paths:\n"
        "  /pizza:\n"
        "    get:\n"
        "      parameters:\n"
        "      - {name: size, in: query, type: integer}\n"
        "      responses: {200: {description: all}}\n",
    .on = NodeType::kRoot,
    .check = check,
};

}  // namespace tizza::spec
