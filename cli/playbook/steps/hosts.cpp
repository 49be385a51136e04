#include "playbook/steps/hosts.hpp"

#include <fmt/core.h>

#include <charconv>

#include "base/strings.hpp"
#include "playbook/steps/remote_marks.hpp"

namespace tizza::playbook {

Result<std::vector<std::string>> hosts_of(Node ssh, const Scope& scope) {
  TIZZA_TRY(auto hosts, scope.list(ssh));
  if (hosts.empty()) {
    return failure_at(ssh.location(), "playbook", "there is no host to go to",
                      "list `hosts` in the environment of the registry");
  }
  for (const std::string& host : hosts) {
    if (host.empty() || host[0] == '-' || host.find_first_of(" \t\n") != std::string::npos) {
      return failure_at(ssh.location(), "playbook", fmt::format("`{}` is no host", host));
    }
  }
  return hosts;
}

ProcessRequest shell_request(const std::string& host, const std::string& account,
                             const std::string& line) {
  std::vector<std::string> argv;
  if (!account.empty()) argv = {"sudo", "-n", "-u", account, "--"};
  argv.insert(argv.end(), {"sh", "-c", line});
  ProcessRequest request;
  if (host.empty()) {
    request.argv = std::move(argv);
    return request;
  }
  std::vector<std::string> words;
  for (const std::string& word : argv) words.push_back(shell_quote(word));
  // A key that nobody has accepted yet is refused, whatever the person's own configuration says.
  request.argv = {"ssh",
                  "-o",
                  "BatchMode=yes",
                  "-o",
                  "ConnectTimeout=10",
                  "-o",
                  "StrictHostKeyChecking=yes",
                  "--",
                  host,
                  marked_command(join(words, " "))};
  return request;
}

std::string shell_description(const std::string& host, const std::string& account,
                              const std::string& line) {
  std::string text;
  if (!host.empty()) text += host + ": ";
  if (!account.empty()) text += "(as " + account + ") ";
  return text + line;
}

Result<Endpoint> parse_endpoint(const std::string& text, const Location& at) {
  const size_t colon = text.rfind(':');
  Endpoint endpoint;
  if (colon != std::string::npos) {
    endpoint.host = text.substr(0, colon);
    const char* end = text.data() + text.size();
    const auto parsed = std::from_chars(text.data() + colon + 1, end, endpoint.port);
    if (parsed.ec != std::errc() || parsed.ptr != end) endpoint.port = 0;
  }
  if (endpoint.host.starts_with('[') && endpoint.host.ends_with(']')) {
    endpoint.host = endpoint.host.substr(1, endpoint.host.size() - 2);
  }
  if (endpoint.host.empty() || endpoint.port < 1 || endpoint.port > 65535) {
    return failure_at(at, "playbook", fmt::format("`{}` is no host with a port", text),
                      "write it as `bastion.tizza.com:22`");
  }
  return endpoint;
}

}  // namespace tizza::playbook
