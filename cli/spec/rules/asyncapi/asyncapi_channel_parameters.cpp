#include <algorithm>
#include <string>

#include "spec/rule.hpp"
#include "spec/rules/template_text.hpp"
#include "spec/wording.hpp"

namespace tizza::spec {
namespace {

void check_channel(const AddressUse& use, RuleContext& context) {
  if (!use.address) return;
  const auto names = template_names(use.address.text());
  const auto parameters = use.item.find("parameters");
  if (parameters && !parameters->value.is_mapping()) return;
  for (const auto name : names) {
    if (name.empty() || (parameters && parameters->value[name])) continue;
    const Place place = part_of(use.address, "{" + std::string(name) + "}");
    auto finding = context.report(parameters ? Place(parameters->key) : place,
                                  "channel {} does not declare its parameter `{}`",
                                  quoted(use.address.text()), name);
    if (parameters) finding.note(place, "this parameter");
  }
  if (!parameters) return;
  for (const auto& [name, parameter] : parameters->value.entries()) {
    if (std::find(names.begin(), names.end(), name.text()) != names.end()) continue;
    context.report(name, "parameter {} is not in the address of the channel", quoted(name.text()))
        .note(use.address, "this address");
  }
}

/// In AsyncAPI 2 the address is the key under `channels`; since AsyncAPI 3 a channel says it
/// itself, so that those of the components can be checked too.
void check(const TypedNode&, RuleContext& context) {
  if (!kAllAsyncApi3.has(context.api.version())) {
    for (const AddressUse& use : context.facts.addresses()) check_channel(use, context);
    return;
  }
  for (const uint32_t index : context.api.of(NodeType::kChannel)) {
    const TypedNode& channel = context.api.nodes()[index];
    const Node address = channel.node["address"];
    if (!address.is_string()) continue;
    check_channel({address, context.api.label(channel), channel.node}, context);
  }
}

}  // namespace

/// AsyncAPI asks for the map since 3.0; before, it leaves both open. Hence a warning by default.
extern const Rule kAsyncApiChannelParameters = {
    .id = "asyncapi-channel-parameters",
    .set = RuleSet::kSpectralAsyncApi,
    .severity = Severity::kError,
    .recommended = Severity::kWarn,
    .versions = kAllAsyncApi,
    .summary = "the parameters of a channel are those in its address",
    .rationale =
        "The specification says that the map of parameters MUST contain all the "
        "parameters used in the channel's address. One that the address does not hold has "
        "no meaning.",
    .bad =
        "channels:\n"
        "  pizza.{size}.baked:\n"
        "        ^^^^^^\n"
        "    publish: {message: {payload: {type: object}}}\n",
    .good =
        "channels:\n"
        "  pizza.{size}.baked:\n"
        "    parameters:\n"
        "      size: {schema: {type: integer}}\n"
        "    publish: {message: {payload: {type: object}}}\n",
    .on = NodeType::kRoot,
    .check = check,
};

}  // namespace tizza::spec
