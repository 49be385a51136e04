#pragma once
#include <string>
#include <vector>

#include "base/result.hpp"
#include "playbook/scope.hpp"
#include "ports/process.hpp"

namespace tizza::playbook {

/// The hosts of an `ssh:` key. An error where there is none, or where one could be taken for an
/// option of ssh.
Result<std::vector<std::string>> hosts_of(Node ssh, const Scope& scope);

/// One shell line on a host, or here where `host` is empty; as another account where `account` is
/// not empty. ssh never asks (it has no terminal) and always checks host keys; the user's ssh
/// configuration holds. sudo never asks either. What comes back from a host carries marks, see
/// remote_marks.hpp.
ProcessRequest shell_request(const std::string& host, const std::string& account,
                             const std::string& line);

/// The same as a person would type it.
std::string shell_description(const std::string& host, const std::string& account,
                              const std::string& line);

/// A host and a port out of `bastion:22` or `[::1]:22`.
struct Endpoint {
  std::string host;
  int port = 0;
};
Result<Endpoint> parse_endpoint(const std::string& text, const Location& at);

}  // namespace tizza::playbook
