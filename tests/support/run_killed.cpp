#include "support/run_killed.hpp"

#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>

#include "app/run.hpp"
#include "platform/system.hpp"
#include "support/kill_points.hpp"

namespace tizza::testing {
namespace {

void settle_in(const KilledPlace& place) {
  ::setenv("HOME", place.home.c_str(), 1);
  ::setenv("GIT_CONFIG_NOSYSTEM", "1", 1);
  for (const auto& [name, value] : place.environment) ::setenv(name.c_str(), value.c_str(), 1);
  for (const char* name : {"XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME",
                           "GIT_CONFIG_GLOBAL", "TIZZA_REGISTRY"}) {
    ::unsetenv(name);
  }
  std::filesystem::current_path(place.folder);
  const int nothing = ::open("/dev/null", O_RDWR);
  for (int stream = 0; stream < 3; ++stream) ::dup2(nothing, stream);
}

int run_as_child(const std::vector<std::string>& arguments, int number) {
  platform::System system;
  KillPoint point(number);
  KilledFileSystem files(system.files, point);
  KilledGit git(system.git, point);
  KilledProcesses processes(system.processes, point);
  commands::Context context{files,           processes,         git,
                            system.http,     system.clock,      system.environment,
                            system.terminal, system.interrupts, system.archives};
  return app::run(arguments, context);
}

}  // namespace

std::optional<int> run_killed(const KilledPlace& place, const std::vector<std::string>& arguments,
                              int number) {
  const pid_t child = ::fork();
  if (child == 0) {
    settle_in(place);
    ::_exit(run_as_child(arguments, number));
  }
  int status = 0;
  ::waitpid(child, &status, 0);
  return WIFSIGNALED(status) ? std::nullopt : std::optional(WEXITSTATUS(status));
}

}  // namespace tizza::testing
