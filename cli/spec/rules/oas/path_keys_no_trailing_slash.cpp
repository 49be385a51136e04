#include "spec/rule.hpp"
#include "spec/rules/trailing_slash.hpp"
#include "spec/wording.hpp"

namespace tizza::spec {
namespace {

void check(const TypedNode&, RuleContext& context) {
  for (const AddressUse& use : context.facts.addresses()) {
    const auto path = use.address.text();
    if (path.size() < 2 || !path.ends_with('/')) continue;
    context.report(use.address, "path {} ends with `/`", quoted(path))
        .fix(remove_trailing_slashes(use.address));
  }
}

}  // namespace

extern const Rule kPathKeysNoTrailingSlash = {
    .id = "path-keys-no-trailing-slash",
    .set = RuleSet::kSpectralOas,
    .severity = Severity::kWarn,
    .recommended = Severity::kWarn,
    .versions = kAllOas,
    .summary = "paths do not end with `/`",
    .rationale =
        "Some servers tell `/pizza` from `/pizza/` and some do not; with one spelling "
        "for all paths clients need not care.",
    .bad =
        "paths:\n"
        "  /pizza/:\n"
        "  ^^^^^^^\n"
        "    get: {responses: {200: {description: all}}}\n",
    .good =
        "paths:\n"
        "  /pizza:\n"
        "    get: {responses: {200: {description: all}}}\n",
    .fix = "take the slash away; the service has to follow",
    .on = NodeType::kRoot,
    .check = check,
};

}  // namespace tizza::spec
