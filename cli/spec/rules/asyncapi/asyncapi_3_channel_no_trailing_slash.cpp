#include "spec/rule.hpp"
#include "spec/wording.hpp"

namespace tizza::spec {
namespace {

void check(const TypedNode&, RuleContext& context) {
  for (const AddressUse& use : context.facts.addresses()) {
    const auto text = use.address.text();
    if (text.size() < 2 || !text.ends_with('/')) continue;
    context.report(use.address, "address {} ends with `/`", quoted(text));
  }
}

}  // namespace

extern const Rule kAsyncApi3ChannelNoTrailingSlash = {
    .id = "asyncapi-3-channel-no-trailing-slash",
    .set = RuleSet::kSpectralAsyncApi,
    .severity = Severity::kWarn,
    .recommended = Severity::kWarn,
    .versions = kAllAsyncApi3,
    .summary = "addresses of channels do not end with `/`",
    .rationale =
        "Brokers tell `pizza/baked` from `pizza/baked/`; with one spelling nobody "
        "listens at the wrong place.",
    .bad =
        "channels:\n"
        "  baked:\n"
        "    address: pizza/baked/\n"
        "             ^^^^^^^^^^^^\n",
    .good =
        "channels:\n"
        "  baked:\n"
        "    address: pizza/baked\n",
    .on = NodeType::kRoot,
    .check = check,
};

}  // namespace tizza::spec
