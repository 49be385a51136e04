#include "platform/posix_environment.hpp"

#include <limits.h>
#include <pwd.h>
#include <sys/random.h>
#include <unistd.h>

#include <cstdlib>
#include <memory>

namespace tizza::platform {

std::optional<std::string> PosixEnvironment::get(std::string_view name) const {
  const char* value = std::getenv(std::string(name).c_str());
  if (value == nullptr) return std::nullopt;
  return std::string(value);
}

std::vector<std::string> PosixEnvironment::names() const {
  std::vector<std::string> all;
  for (char** entry = environ; *entry != nullptr; ++entry) {
    const std::string_view text = *entry;
    all.emplace_back(text.substr(0, text.find('=')));
  }
  return all;
}

std::string PosixEnvironment::working_directory() const {
  const std::unique_ptr<char, decltype(&std::free)> path(getcwd(nullptr, 0), &std::free);
  return path ? path.get() : ".";
}

std::string PosixEnvironment::home() const {
  if (const auto home = get("HOME"); home && !home->empty()) return *home;
  const passwd* user = getpwuid(geteuid());
  return user != nullptr ? user->pw_dir : "/";
}

std::string PosixEnvironment::user_name() const {
  if (const passwd* user = getpwuid(geteuid())) return user->pw_name;
  return get("USER").value_or(std::to_string(geteuid()));
}

std::string PosixEnvironment::host_name() const {
  char name[HOST_NAME_MAX + 1] = {};
  return gethostname(name, sizeof name - 1) == 0 ? name : "localhost";
}

long PosixEnvironment::process_id() const {
  return getpid();
}

std::string PosixEnvironment::random_bytes(size_t count) const {
  std::string bytes(count, '\0');
  for (size_t filled = 0; filled < count;) {
    const ssize_t got = getrandom(bytes.data() + filled, count - filled, 0);
    if (got > 0) filled += static_cast<size_t>(got);
  }
  return bytes;
}

}  // namespace tizza::platform
