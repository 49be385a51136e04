#include "platform/git_adapter.hpp"

#include <fmt/core.h>
#include <sys/stat.h>

#include "platform/git_command_repository.hpp"
#include "platform/libgit2_repository.hpp"
#include "platform/masking.hpp"

namespace tizza::platform {
namespace {

/// Set while git runs us as a hook, and meant for that repository alone.
const std::vector<std::string> kVariablesOfOneRepository = {
    "GIT_DIR",        "GIT_WORK_TREE",    "GIT_INDEX_FILE",
    "GIT_COMMON_DIR", "GIT_PREFIX",       "GIT_OBJECT_DIRECTORY",
    "GIT_NAMESPACE",  "GIT_SHALLOW_FILE", "GIT_ALTERNATE_OBJECT_DIRECTORIES"};

/// The user's own ssh command, kept from asking.
std::string silent_ssh(const Environment& environment) {
  const std::string ssh = environment.get("GIT_SSH_COMMAND").value_or("ssh");
  return ssh + " -o BatchMode=yes";
}

/// Of a folder that is not there git would be blamed.
Status check_folder(const std::string& path) {
  struct stat found;
  if (path.empty() || (::stat(path.c_str(), &found) == 0 && S_ISDIR(found.st_mode))) return {};
  return file_failure("folder", path, fmt::format("`{}` is no folder", path),
                      "name a folder of a git repository");
}

}  // namespace

Result<std::unique_ptr<GitRepository>> GitAdapter::open(const std::string& directory) {
  if (auto repository = open_with_libgit2(directory)) return repository;
  TIZZA_CHECK(check_folder(directory));
  return open_with_git(*this, directory);
}

Result<GitOutcome> GitAdapter::run(const GitRequest& request) {
  ProcessRequest process;
  process.argv = {"git"};
  process.argv.insert(process.argv.end(), request.arguments.begin(), request.arguments.end());
  process.directory = request.directory;
  process.input = request.input;
  process.deadline = request.deadline;
  process.may_prompt = request.may_prompt;
  process.lock_file = request.lock_file;
  process.removed_environment = kVariablesOfOneRepository;
  process.environment = {{"LC_ALL", "C"}, {"GIT_PAGER", "cat"}};
  if (!request.may_prompt) {
    process.environment["GIT_TERMINAL_PROMPT"] = "0";
    process.environment["GIT_ASKPASS"] = "";
    process.environment["SSH_ASKPASS_REQUIRE"] = "never";
    // A variable beats core.sshCommand, so that one is left alone; without a terminal (the child
    // has none) ssh cannot ask there either.
    if (environment_.get("GIT_SSH_COMMAND")) {
      process.environment["GIT_SSH_COMMAND"] = silent_ssh(environment_);
    }
  }
  for (const auto& [name, value] : request.environment) process.environment[name] = value;

  auto result = processes_.run(process);
  if (!result) {
    return failure("git", result.error().diagnostic.message,
                   "install git 2.38 or newer, for instance by `apt-get install git`");
  }
  if (result->timed_out) {
    return failure("git", fmt::format("`git {}` did not end within {} s",
                                      request.arguments.empty() ? "" : request.arguments[0],
                                      static_cast<double>(request.deadline.count()) / 1e3));
  }
  return GitOutcome{result->exit_code, std::move(result->output), mask_credentials(result->errors)};
}

}  // namespace tizza::platform
