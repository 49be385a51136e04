#include <fmt/core.h>

#include "playbook/steps/expectation.hpp"
#include "playbook/steps/kinds.hpp"

namespace tizza::playbook {
namespace {

constexpr std::chrono::milliseconds kDefaultTimeout{10'000};

Node url_of(const Step& step) {
  const Node http = step["http"];
  return http.is_mapping() ? http["url"] : http;
}

Result<HttpRequest> request_of(const Step& step, const Scope& scope) {
  const Node http = step["http"];
  HttpRequest request;
  request.timeout = step.timeout.value_or(kDefaultTimeout);
  TIZZA_TRY(request.url, scope.text(url_of(step)));
  if (!request.url.starts_with("https://") && !request.url.starts_with("http://")) {
    TIZZA_TRY(const std::string shown, scope.shown(url_of(step)));
    return failure_at(http.location(), "playbook", fmt::format("`{}` is no URL", shown),
                      "give an http or https URL");
  }
  if (const Node method = http["method"]) request.method = method.text();
  for (const auto& [name, value] : http["headers"].entries()) {
    TIZZA_TRY(request.headers[std::string(name.text())], scope.text(value));
  }
  if (const Node body = http["body"]) {
    TIZZA_TRY(request.body, scope.text(body));
  }
  return request;
}

Result<std::vector<std::string>> describe(const Step& step, const Scope& scope) {
  TIZZA_TRY(const HttpRequest request, request_of(step, scope));
  TIZZA_TRY(const std::string url, scope.shown(url_of(step)));
  std::vector<std::string> lines = {request.method + " " + url};
  if (request.body.empty()) return lines;
  TIZZA_TRY(const std::string body, scope.shown(step["http"]["body"]));
  lines.push_back("with the body " + body);
  return lines;
}

Result<Outcome> act(const Step& step, const Scope& scope, StepPorts& ports, Parts&) {
  TIZZA_TRY(const HttpRequest request, request_of(step, scope));
  const auto response = ports.http.send(request);
  if (!response.ok()) {
    const Error& error = response.error();
    return error.verdict == Verdict::kUnknownState ? unknown(error.diagnostic.message)
                                                   : failed(error.diagnostic.message);
  }
  auto refusal = refuse_status(step["expect"], response->status);
  if (!refusal) refusal = refuse_text(step["expect"], "body", response->body);
  if (refusal) return failed(*refusal, response->body);
  return Outcome{.done = true, .output = response->body};
}

}  // namespace

/// A request. GET and HEAD are checks; all else changes something.
const StepKind& http_kind() {
  static const StepKind kind = {.keyword = "http",
                                .modifiers = {"expect"},
                                .changes =
                                    [](const Step& step) {
                                      const auto method = step["http"]["method"].text();
                                      return !method.empty() && method != "GET" && method != "HEAD";
                                    },
                                .describe = describe,
                                .act = act};
  return kind;
}

}  // namespace tizza::playbook
