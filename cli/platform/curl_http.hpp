#pragma once
#include "ports/http.hpp"
#include "ports/interrupts.hpp"

namespace tizza::platform {

/// HTTP and TCP by libcurl, which is loaded at the first call. Safe to use from several threads.
class CurlHttp final : public Http {
 public:
  explicit CurlHttp(const Interrupts& interrupts) : interrupts_(interrupts) {}

  Result<HttpResponse> send(const HttpRequest& request) override;
  Status connect(const std::string& host, int port, std::chrono::milliseconds timeout) override;

 private:
  const Interrupts& interrupts_;
};

}  // namespace tizza::platform
