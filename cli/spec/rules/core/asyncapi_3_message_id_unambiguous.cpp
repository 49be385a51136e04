#include "base/strings.hpp"
#include "spec/rule.hpp"
#include "spec/rules/core/identifier.hpp"
#include "spec/wording.hpp"

namespace tizza::spec {
namespace {

void check(const TypedNode&, RuleContext& context) {
  struct First {
    Node key;
    Node message;
  };
  StringMap<First> seen;
  for (const AddressUse& use : context.facts.addresses()) {
    for (const auto& [key, written] : use.item["messages"].entries()) {
      const Node message = context.api.target(written);
      const auto [first, is_new] = seen.emplace(plain_identifier(key.text()), First{key, message});
      if (is_new || first->second.message == message) continue;
      context.report(key, "message id {} stands for another message elsewhere", quoted(key.text()))
          .note(first->second.key, "first used here");
    }
  }
}

}  // namespace

extern const Rule kAsyncApi3MessageIdUnambiguous = {
    .id = "asyncapi-3-message-id-unambiguous",
    .set = RuleSet::kTizzaCore,
    .severity = Severity::kWarn,
    .is_opt_in = true,
    .recommended = std::nullopt,
    .versions = kAllAsyncApi3,
    .summary = "one message id stands for one message in all channels",
    .rationale =
        "The ids only have to be unique within a channel, but generated code names one "
        "type by each. It is off by default, as many descriptions call every message "
        "the same.",
    .bad =
        "channels:\n"
        "  baked: {messages: {event: {payload: {type: object}}}}\n"
        "  deleted: {messages: {event: {payload: {type: string}}}}\n"
        "                       ^^^^^\n",
    .good =
        "channels:\n"
        "  baked: {messages: {baked: {payload: {type: object}}}}\n"
        "  deleted: {messages: {deleted: {payload: {type: string}}}}\n",
    .on = NodeType::kRoot,
    .check = check,
};

}  // namespace tizza::spec
