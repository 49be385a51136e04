#include "spec/rule.hpp"
#include "spec/rules/template_text.hpp"
#include "spec/wording.hpp"

namespace tizza::spec {
namespace {

void check(const TypedNode&, RuleContext& context) {
  for (const AddressUse& use : context.facts.addresses()) {
    if (use.address.text().find("{}") == std::string_view::npos) continue;
    context.report(part_of(use.address, "{}"), "channel {} has a parameter without a name",
                   quoted(use.address.text()));
  }
}

}  // namespace

extern const Rule kAsyncApiChannelNoEmptyParameter = {
    .id = "asyncapi-channel-no-empty-parameter",
    .set = RuleSet::kSpectralAsyncApi,
    .severity = Severity::kWarn,
    .recommended = Severity::kWarn,
    .versions = kAllAsyncApi2,
    .summary = "every pair of braces in the name of a channel holds a name",
    .rationale = "A parameter is found by its name; `{}` has none.",
    .bad =
        "channels:\n"
        "  pizza.{}.baked: {}\n"
        "        ^^\n",
    .good =
        "channels:\n"
        "  pizza.{size}.baked:\n"
        "    parameters:\n"
        "      size: {schema: {type: integer}}\n",
    .on = NodeType::kRoot,
    .check = check,
};

}  // namespace tizza::spec
