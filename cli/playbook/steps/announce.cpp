#include <fmt/core.h>

#include "playbook/chat.hpp"
#include "playbook/steps/kinds.hpp"

namespace tizza::playbook {
namespace {

Result<std::vector<std::string>> describe(const Step& step, const Scope& scope) {
  TIZZA_TRY(const std::string channel, scope.text(step["announce"]));
  TIZZA_TRY(const std::string message, scope.text(step["message"]));
  return std::vector<std::string>{fmt::format("say in {}: {}", channel, message)};
}

Result<Outcome> act(const Step& step, const Scope& scope, StepPorts& ports, Parts&) {
  TIZZA_TRY(const std::string channel, scope.text(step["announce"]));
  TIZZA_TRY(const std::string message, scope.text(step["message"]));
  return say(ports.http, ports.chat, channel, ports.masker.mask(message), step.timeout);
}

}  // namespace

/// Something said in a channel, by the webhook that the registry names. Where there is none the
/// engine leaves it to a person.
const StepKind& announce_kind() {
  static const StepKind kind = {.keyword = "announce",
                                .modifiers = {"message"},
                                .changes = [](const Step&) { return true; },
                                .describe = describe,
                                .act = act};
  return kind;
}

}  // namespace tizza::playbook
