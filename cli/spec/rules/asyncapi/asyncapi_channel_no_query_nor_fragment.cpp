#include "spec/rule.hpp"
#include "spec/rules/template_text.hpp"
#include "spec/wording.hpp"

namespace tizza::spec {
namespace {

void check(const TypedNode&, RuleContext& context) {
  for (const AddressUse& use : context.facts.addresses()) {
    const auto name = use.address.text();
    const size_t at = name.find_first_of("?#");
    if (at == std::string_view::npos) continue;
    context.report(part_of(use.address, name.substr(at)), "channel {} holds a {}", quoted(name),
                   name[at] == '?' ? "query" : "fragment");
  }
}

}  // namespace

extern const Rule kAsyncApiChannelNoQueryNorFragment = {
    .id = "asyncapi-channel-no-query-nor-fragment",
    .set = RuleSet::kSpectralAsyncApi,
    .severity = Severity::kWarn,
    .recommended = Severity::kError,
    .versions = kAllAsyncApi2,
    .summary = "names of channels hold no query and no fragment",
    .rationale =
        "The specification says that query parameters and fragments SHALL NOT be used "
        "in the names of channels; bindings are the place for them.",
    .bad =
        "channels:\n"
        "  pizza/baked?size=40: {}\n"
        "             ^^^^^^^^\n",
    .good =
        "channels:\n"
        "  pizza/baked: {}\n",
    .on = NodeType::kRoot,
    .check = check,
};

}  // namespace tizza::spec
