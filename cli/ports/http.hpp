#pragma once
#include <chrono>
#include <map>
#include <string>

#include "base/result.hpp"

namespace tizza {

struct HttpRequest {
  std::string method = "GET";
  std::string url = {};
  std::map<std::string, std::string> headers = {};
  std::string body = {};
  std::chrono::milliseconds timeout{10'000};
  size_t max_response_bytes = 16u << 20;
  int max_redirects = 5;
};

struct HttpResponse {
  long status = 0;
  std::string body = {};
  std::map<std::string, std::string> headers = {};  ///< Lower-case names.
};

class Http {
 public:
  virtual ~Http() = default;
  /// An error (rule `network`) only where there was no response. Credentials in URLs are masked.
  /// Its verdict is kUnknownState where a request that may change something (neither GET nor HEAD)
  /// had gone out: nobody knows what the other side made of it.
  virtual Result<HttpResponse> send(const HttpRequest& request) = 0;
  /// Whether a TCP connection to host and port comes up in time.
  virtual Status connect(const std::string& host, int port, std::chrono::milliseconds timeout) = 0;
};

}  // namespace tizza
