#include "playbook/chat.hpp"

#include <fmt/core.h>

#include "base/strings.hpp"
#include "text/writer.hpp"

namespace tizza::playbook {
namespace {

std::string masked(const std::string& text, const Chat& chat) {
  return replace_all(text, chat.webhook_url, "$" + chat.variable);
}

}  // namespace

Outcome say(Http& http, const Chat& chat, const std::string& channel, const std::string& message,
            std::optional<std::chrono::milliseconds> timeout) {
  if (chat.webhook_url.empty()) return failed("there is no chat to say it in");
  HttpRequest request;
  request.method = "POST";
  request.url = chat.webhook_url;
  request.headers["Content-Type"] = "application/json";
  Value body;
  body.set("channel", channel);
  body.set("text", message);
  request.body = write_json(body);
  if (timeout) request.timeout = *timeout;
  const auto response = http.send(request);
  if (!response.ok()) {
    std::string reason = masked(response.error().diagnostic.message, chat);
    const bool is_unknown = response.error().verdict == Verdict::kUnknownState;
    return is_unknown ? unknown(std::move(reason)) : failed(std::move(reason));
  }
  if (response->status >= 300) {
    return failed(fmt::format("the chat answered {}", response->status));
  }
  return Outcome{.done = true};
}

}  // namespace tizza::playbook
