#include "spec/rule.hpp"
#include "spec/rules/template_text.hpp"
#include "spec/wording.hpp"

namespace tizza::spec {
namespace {

void check(const TypedNode&, RuleContext& context) {
  for (const AddressUse& use : context.facts.addresses()) {
    if (use.address.text().find("{}") == std::string_view::npos) continue;
    context.report(part_of(use.address, "{}"), "address {} has a parameter without a name",
                   quoted(use.address.text()));
  }
}

}  // namespace

extern const Rule kAsyncApi3ChannelNoEmptyParameter = {
    .id = "asyncapi-3-channel-no-empty-parameter",
    .set = RuleSet::kSpectralAsyncApi,
    .severity = Severity::kWarn,
    .recommended = Severity::kWarn,
    .versions = kAllAsyncApi3,
    .summary = "every pair of braces in the address of a channel holds a name",
    .rationale = "A parameter is found by its name; `{}` has none.",
    .bad =
        "channels:\n"
        "  baked:\n"
        "    address: pizza.{}.baked\n"
        "                   ^^\n",
    .good =
        "channels:\n"
        "  baked:\n"
        "    address: pizza.{size}.baked\n"
        "    parameters: {size: {description: in centimetres}}\n",
    .on = NodeType::kRoot,
    .check = check,
};

}  // namespace tizza::spec
