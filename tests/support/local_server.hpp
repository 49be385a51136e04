#pragma once
#include <functional>
#include <string>
#include <thread>

namespace tizza::testing {

/// An HTTP server on loopback: hands each request's text to `answer` and sends back what it gives,
/// byte for byte, then closes the connection. An empty answer leaves the client waiting.
class LocalServer {
 public:
  explicit LocalServer(std::function<std::string(const std::string& request)> answer);
  ~LocalServer();
  LocalServer(const LocalServer&) = delete;
  LocalServer& operator=(const LocalServer&) = delete;

  int port() const { return port_; }
  std::string url(const std::string& path) const;

 private:
  void serve();

  std::function<std::string(const std::string&)> answer_;
  int listener_ = -1;
  int port_ = 0;
  std::thread thread_;
};

/// A whole answer with its length.
std::string http_answer(const std::string& status, const std::string& body,
                        const std::string& headers = {});

}  // namespace tizza::testing
