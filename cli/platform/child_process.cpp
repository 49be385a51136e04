#include "platform/child_process.hpp"

#include <fmt/core.h>
#include <signal.h>
#include <spawn.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/wait.h>

#include <algorithm>
#include <cerrno>

#include "platform/file_error.hpp"

namespace tizza::platform {
namespace {

/// The file actions and attributes of one posix_spawn.
class SpawnPlan {
 public:
  SpawnPlan() {
    posix_spawn_file_actions_init(&actions_);
    posix_spawnattr_init(&attributes_);
    // We ignore SIGPIPE; a child that inherited that would write on into a closed pipe.
    sigset_t signals;
    sigemptyset(&signals);
    sigaddset(&signals, SIGPIPE);
    posix_spawnattr_setsigdefault(&attributes_, &signals);
  }
  ~SpawnPlan() {
    posix_spawn_file_actions_destroy(&actions_);
    posix_spawnattr_destroy(&attributes_);
  }
  SpawnPlan(const SpawnPlan&) = delete;
  SpawnPlan& operator=(const SpawnPlan&) = delete;

  void use(const Descriptor& from, int as) {
    posix_spawn_file_actions_adddup2(&actions_, from.get(), as);
  }
  void use_nothing_as_input() {
    posix_spawn_file_actions_addopen(&actions_, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
  }
  void change_directory(const std::string& path) {
    posix_spawn_file_actions_addchdir_np(&actions_, path.c_str());
  }
  int start(pid_t& child, const std::vector<std::string>& argv, char** environment,
            bool own_session) {
    posix_spawnattr_setflags(
        &attributes_,
        static_cast<short>(POSIX_SPAWN_SETSIGDEF | (own_session ? POSIX_SPAWN_SETSID : 0)));
    std::vector<char*> words;
    for (const std::string& word : argv) words.push_back(const_cast<char*>(word.c_str()));
    words.push_back(nullptr);
    return posix_spawnp(&child, words[0], &actions_, &attributes_, words.data(), environment);
  }

 private:
  posix_spawn_file_actions_t actions_;
  posix_spawnattr_t attributes_;
};

/// Our environment with the changes that the request asks for.
class ChildEnvironment {
 public:
  explicit ChildEnvironment(const ProcessRequest& request) {
    const auto& removed = request.removed_environment;
    for (char** entry = environ; *entry != nullptr; ++entry) {
      const std::string_view text = *entry;
      const std::string name(text.substr(0, text.find('=')));
      const bool stays = !request.environment.contains(name) &&
                         std::find(removed.begin(), removed.end(), name) == removed.end();
      if (stays) entries_.emplace_back(text);
    }
    for (const auto& [name, value] : request.environment) entries_.push_back(name + "=" + value);
    for (std::string& entry : entries_) pointers_.push_back(entry.data());
    pointers_.push_back(nullptr);
  }
  char** get() { return pointers_.data(); }

 private:
  std::vector<std::string> entries_;
  std::vector<char*> pointers_;
};

struct Pipe {
  Descriptor read;
  Descriptor write;
};

bool open_pipe(Pipe& pipe) {
  int ends[2];
  if (::pipe2(ends, O_CLOEXEC) != 0) return false;
  pipe.read = Descriptor(ends[0]);
  pipe.write = Descriptor(ends[1]);
  return true;
}

Descriptor never_blocking(Descriptor descriptor) {
  ::fcntl(descriptor.get(), F_SETFL, O_NONBLOCK);
  return descriptor;
}

Error start_error(const ProcessRequest& request, int error_number) {
  const std::string words = error_number == ENOENT ? "no such program" : error_words(error_number);
  return failure("process", fmt::format("cannot start `{}`: {}", request.argv[0], words));
}

/// The lock that a child holds; none where it cannot be made or another child holds it.
Descriptor lock_for_child(const std::string& path) {
  if (path.empty()) return {};
  Descriptor file(::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600));
  if (file && ::flock(file.get(), LOCK_EX | LOCK_NB) == 0) return file;
  return {};
}

bool is_folder(const std::string& path) {
  struct stat found;
  return ::stat(path.c_str(), &found) == 0 && S_ISDIR(found.st_mode);
}

}  // namespace

Result<ChildProcess> start_process(const ProcessRequest& request) {
  if (request.argv.empty() || request.argv[0].empty()) {
    return failure("process", "cannot start a program without a name");
  }
  if (!request.directory.empty() && !is_folder(request.directory)) {
    return failure("process", fmt::format("cannot start `{}` in `{}`: no such folder",
                                          request.argv[0], request.directory));
  }
  SpawnPlan plan;
  if (!request.directory.empty()) plan.change_directory(request.directory);
  Pipe input, output, errors;
  if (!request.inherit_terminal) {
    if (!open_pipe(output) || !open_pipe(errors)) return start_error(request, errno);
    plan.use(output.write, STDOUT_FILENO);
    plan.use(errors.write, STDERR_FILENO);
    if (request.input.empty()) {
      plan.use_nothing_as_input();
    } else {
      if (!open_pipe(input)) return start_error(request, errno);
      plan.use(input.read, STDIN_FILENO);
    }
  }
  ChildProcess child;
  const Descriptor lock = lock_for_child(request.lock_file);
  if (lock) plan.use(lock, lock.get());
  ChildEnvironment environment(request);
  const bool own_session = !request.inherit_terminal && !request.may_prompt;
  if (const int error = plan.start(child.id, request.argv, environment.get(), own_session)) {
    if (lock) ::unlink(request.lock_file.c_str());
    return start_error(request, error);
  }
  if (lock) {
    [[maybe_unused]] const int emptied = ::ftruncate(lock.get(), 0);
    ::dprintf(lock.get(), "%d\n", static_cast<int>(child.id));
    child.lock_file = request.lock_file;
  }
  child.exit = Descriptor(static_cast<int>(::syscall(SYS_pidfd_open, child.id, 0)));
  if (input.write) child.input = never_blocking(std::move(input.write));
  if (output.read) child.output = never_blocking(std::move(output.read));
  if (errors.read) child.errors = never_blocking(std::move(errors.read));
  return child;
}

int reap(pid_t child) {
  int status = 0;
  while (::waitpid(child, &status, 0) < 0 && errno == EINTR) continue;
  return WIFSIGNALED(status) ? 128 + WTERMSIG(status) : WEXITSTATUS(status);
}

}  // namespace tizza::platform
