#pragma once
#include <set>
#include <vector>

#include "ports/http.hpp"
#include "support/script.hpp"

namespace tizza::testing {

/// Answers by `GET https://…` (may end in `*`) and keeps a log. What nobody scripted cannot be
/// reached.
class FakeHttp final : public Http {
 public:
  void answer(std::string method_and_url, HttpResponse response) {
    script_.add(std::move(method_and_url), [response = std::move(response)](const HttpRequest&) {
      return Result<HttpResponse>(response);
    });
  }
  void answer(std::string method_and_url, long status, std::string body = {}) {
    answer(std::move(method_and_url), HttpResponse{status, std::move(body), {}});
  }
  void fail(std::string method_and_url, Error error) {
    script_.add(std::move(method_and_url), [error = std::move(error)](const HttpRequest&) {
      return Result<HttpResponse>(error);
    });
  }
  std::set<std::string> listening;  ///< `host:port` that takes connections.

  const std::vector<HttpRequest>& requests() const { return requests_; }

  Result<HttpResponse> send(const HttpRequest& request) override {
    requests_.push_back(request);
    if (const auto* answer = script_.next(request.method + " " + request.url)) {
      return (*answer)(request);
    }
    return failure("network", "no answer from `" + request.url + "`: connection refused");
  }
  Status connect(const std::string& host, int port, std::chrono::milliseconds) override {
    const std::string place = host + ":" + std::to_string(port);
    if (listening.contains(place)) return {};
    return failure("network", "no connection to `" + place + "`: connection refused");
  }

 private:
  Script<HttpRequest, Result<HttpResponse>> script_;
  std::vector<HttpRequest> requests_;
};

}  // namespace tizza::testing
