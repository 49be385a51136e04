#include <algorithm>
#include <string>

#include "spec/rule.hpp"
#include "spec/rules/template_text.hpp"
#include "spec/wording.hpp"

namespace tizza::spec {
namespace {

void check_channel(const AddressUse& use, RuleContext& context) {
  const auto names = template_names(use.address.text());
  const auto parameters = use.item.find("parameters");
  if (parameters && !parameters->value.is_mapping()) return;
  for (const auto name : names) {
    if (name.empty() || (parameters && parameters->value[name])) continue;
    context.report(part_of(use.address, "{" + std::string(name) + "}"),
                   "channel {} does not declare its parameter `{}`", quoted(use.address.text()),
                   name);
  }
  if (!parameters) return;
  for (const auto& [name, parameter] : parameters->value.entries()) {
    if (std::find(names.begin(), names.end(), name.text()) != names.end()) continue;
    context
        .report_weaker(Severity::kWarn, name, "parameter {} is not in the name of the channel",
                       quoted(name.text()))
        .note(use.address, "this name");
  }
}

void check(const TypedNode&, RuleContext& context) {
  for (const AddressUse& use : context.facts.addresses()) check_channel(use, context);
}

}  // namespace

extern const Rule kAsyncApiChannelParameters = {
    .id = "asyncapi-channel-parameters",
    .set = RuleSet::kSpectralAsyncApi,
    .severity = Severity::kError,
    .recommended = Severity::kError,
    .versions = kAllAsyncApi2,
    .summary = "the parameters of a channel are those in its name",
    .rationale =
        "The specification says that the map of parameters MUST contain all the "
        "parameters used in the channel's name. One that the name does not hold has "
        "no meaning, which is a warning.",
    .bad =
        "channels:\n"
        "  pizza.{size}.baked:\n"
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
