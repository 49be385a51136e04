#include "spec/rule.hpp"
#include "spec/rules/template_text.hpp"
#include "spec/wording.hpp"

namespace tizza::spec {
namespace {

void check(const TypedNode&, RuleContext& context) {
  for (const AddressUse& use : context.facts.addresses()) {
    const auto text = use.address.text();
    const size_t at = text.find_first_of("?#");
    if (at == std::string_view::npos) continue;
    context.report(part_of(use.address, text.substr(at)), "address {} holds a {}", quoted(text),
                   text[at] == '?' ? "query" : "fragment");
  }
}

}  // namespace

extern const Rule kAsyncApi3ChannelNoQueryNorFragment = {
    .id = "asyncapi-3-channel-no-query-nor-fragment",
    .set = RuleSet::kSpectralAsyncApi,
    .severity = Severity::kWarn,
    .recommended = Severity::kError,
    .versions = kAllAsyncApi3,
    .summary = "addresses of channels hold no query and no fragment",
    .rationale =
        "The specification says that query parameters and fragments SHALL NOT be used "
        "in addresses; bindings are the place for them.",
    .bad =
        "channels:\n"
        "  baked:\n"
        "    address: pizza/baked?size=40\n"
        "                        ^^^^^^^^\n",
    .good =
        "channels:\n"
        "  baked:\n"
        "    address: pizza/baked\n",
    .on = NodeType::kRoot,
    .check = check,
};

}  // namespace tizza::spec
