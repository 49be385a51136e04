#include "support/local_server.hpp"

#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <vector>

namespace tizza::testing {
namespace {

/// The request line, the headers and as much body as they announce.
std::string receive_request(int connection) {
  constexpr std::string_view kLength = "Content-Length: ";
  std::string request;
  char chunk[4096];
  size_t wanted = std::string::npos;
  while (request.size() < wanted) {
    const ssize_t got = recv(connection, chunk, sizeof chunk, 0);
    if (got <= 0) break;
    request.append(chunk, static_cast<size_t>(got));
    const size_t headers = request.find("\r\n\r\n");
    if (headers == std::string::npos) continue;
    const size_t length = request.find(kLength);
    wanted = headers + 4;
    if (length < headers) wanted += std::stoul(request.substr(length + kLength.size()));
  }
  return request;
}

}  // namespace

LocalServer::LocalServer(std::function<std::string(const std::string&)> answer)
    : answer_(std::move(answer)), listener_(socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
  sockaddr_in address = {};
  address.sin_family = AF_INET;
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  socklen_t size = sizeof address;
  bind(listener_, reinterpret_cast<sockaddr*>(&address), size);
  listen(listener_, 16);
  getsockname(listener_, reinterpret_cast<sockaddr*>(&address), &size);
  port_ = ntohs(address.sin_port);
  thread_ = std::thread([this] { serve(); });
}

LocalServer::~LocalServer() {
  shutdown(listener_, SHUT_RDWR);  // Wakes accept().
  thread_.join();
  close(listener_);
}

std::string LocalServer::url(const std::string& path) const {
  return "http://127.0.0.1:" + std::to_string(port_) + path;
}

void LocalServer::serve() {
  std::vector<int> waiting;
  while (true) {
    const int connection = accept(listener_, nullptr, nullptr);
    if (connection < 0) break;
    const std::string reply = answer_(receive_request(connection));
    if (reply.empty()) {
      waiting.push_back(connection);
      continue;
    }
    send(connection, reply.data(), reply.size(), MSG_NOSIGNAL);
    close(connection);
  }
  for (const int connection : waiting) close(connection);
}

std::string http_answer(const std::string& status, const std::string& body,
                        const std::string& headers) {
  return "HTTP/1.1 " + status + "\r\nContent-Length: " + std::to_string(body.size()) + "\r\n" +
         headers + "\r\n" + body;
}

}  // namespace tizza::testing
