#include <fmt/core.h>

#include "base/strings.hpp"
#include "playbook/steps/kinds.hpp"
#include "text/writer.hpp"

namespace tizza::playbook {
namespace {

Result<std::vector<std::string>> describe(const Step& step, const Scope& scope) {
  TIZZA_TRY(const std::string channel, scope.text(step["announce"]));
  TIZZA_TRY(const std::string message, scope.text(step["message"]));
  return std::vector<std::string>{fmt::format("say in {}: {}", channel, message)};
}

/// A webhook's URL is a secret: whoever has it can speak.
std::string masked(const std::string& text, const Chat& chat) {
  return replace_all(text, chat.webhook_url, "$" + chat.variable);
}

Result<Outcome> act(const Step& step, const Scope& scope, StepPorts& ports, Parts&) {
  TIZZA_TRY(const std::string channel, scope.text(step["announce"]));
  TIZZA_TRY(const std::string message, scope.text(step["message"]));
  if (ports.chat.webhook_url.empty()) return failed("there is no chat to say it in");
  HttpRequest request;
  request.method = "POST";
  request.url = ports.chat.webhook_url;
  request.headers["Content-Type"] = "application/json";
  Value body;
  body.set("channel", channel);
  body.set("text", ports.masker.mask(message));
  request.body = write_json(body);
  if (step.timeout) request.timeout = *step.timeout;
  const auto response = ports.http.send(request);
  if (!response.ok()) {
    std::string reason = masked(response.error().diagnostic.message, ports.chat);
    const bool is_unknown = response.error().verdict == Verdict::kUnknownState;
    return is_unknown ? unknown(std::move(reason)) : failed(std::move(reason));
  }
  if (response->status >= 300) {
    return failed(fmt::format("the chat answered {}", response->status));
  }
  return Outcome{.done = true};
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
