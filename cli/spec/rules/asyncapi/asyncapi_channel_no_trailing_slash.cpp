#include "spec/rule.hpp"
#include "spec/wording.hpp"

namespace tizza::spec {
namespace {

void check(const TypedNode&, RuleContext& context) {
  for (const AddressUse& use : context.facts.addresses()) {
    const auto name = use.address.text();
    if (name.size() < 2 || !name.ends_with('/')) continue;
    context.report(use.address, "channel {} ends with `/`", quoted(name));
  }
}

}  // namespace

extern const Rule kAsyncApiChannelNoTrailingSlash = {
    .id = "asyncapi-channel-no-trailing-slash",
    .set = RuleSet::kSpectralAsyncApi,
    .severity = Severity::kWarn,
    .recommended = Severity::kWarn,
    .versions = kAllAsyncApi2,
    .summary = "names of channels do not end with `/`",
    .rationale =
        "Brokers tell `pizza/baked` from `pizza/baked/`; with one spelling nobody "
        "listens at the wrong place.",
    .bad =
        "channels:\n"
        "  pizza/baked/: {}\n"
        "  ^^^^^^^^^^^^\n",
    .good =
        "channels:\n"
        "  pizza/baked: {}\n",
    .on = NodeType::kRoot,
    .check = check,
};

}  // namespace tizza::spec
