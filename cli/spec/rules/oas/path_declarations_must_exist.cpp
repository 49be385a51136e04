#include "spec/rule.hpp"
#include "spec/rules/template_text.hpp"
#include "spec/wording.hpp"

namespace tizza::spec {
namespace {

void check(const TypedNode&, RuleContext& context) {
  for (const AddressUse& use : context.facts.addresses()) {
    if (use.address.text().find("{}") == std::string_view::npos) continue;
    context.report(part_of(use.address, "{}"), "path {} has a parameter without a name",
                   quoted(use.address.text()));
  }
}

}  // namespace

extern const Rule kPathDeclarationsMustExist = {
    .id = "path-declarations-must-exist",
    .set = RuleSet::kSpectralOas,
    .severity = Severity::kWarn,
    .recommended = Severity::kWarn,
    .versions = kAllOas,
    .summary = "every pair of braces in a path holds a name",
    .rationale = "A path parameter is found by its name; `{}` has none.",
    .bad =
        "paths:\n"
        "  /pizza/{}:\n"
        "         ^^\n"
        "    get: {responses: {200: {description: the pizza}}}\n",
    .good =
        "paths:\n"
        "  /pizza/{id}:\n"
        "    get:\n"
        "      parameters:\n"
        "      - {name: id, in: path, required: true, type: integer}\n"
        "      responses: {200: {description: the pizza}}\n",
    .on = NodeType::kRoot,
    .check = check,
};

}  // namespace tizza::spec
