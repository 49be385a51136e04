#include "spec/rule.hpp"
#include "spec/rules/fields.hpp"

namespace tizza::spec {
namespace {

void check(const TypedNode& typed, RuleContext& context) {
  Node holder = typed.node;
  Place otherwise = head_of(holder);
  for (const std::string_view step : {"info", "license"}) {
    const auto found = holder.find(step);
    if (!found) break;
    otherwise = found->key;
    holder = found->value;
  }
  // A license that is missing has no URL either.
  const auto place = lacking(holder.key().text() == "license" ? holder : Node(), "url", otherwise);
  if (place) context.report(*place, "the license has no URL");
}

}  // namespace

extern const Rule kLicenseUrl = {
    .id = "license-url",
    .set = RuleSet::kSpectralOas,
    .severity = Severity::kWarn,
    .is_opt_in = true,
    .recommended = std::nullopt,
    .versions = kAllOas,
    .summary = "the license has a URL",
    .rationale = "The name of a license is ambiguous; its text is behind the URL.",
    .bad =
        "info:\n"
        "  title: x\n"
        "  version: x\n"
        "  license: {name: MIT}\n"
        "  ^^^^^^^\n",
    .good =
        "info:\n"
        "  title: x\n"
        "  version: x\n"
        "  license: {name: MIT, url: https://opensource.org/license/mit}\n",
    .on = NodeType::kRoot,
    .check = check,
};

}  // namespace tizza::spec
