#include "release/release_lock.hpp"

#include <fmt/core.h>

#include "base/paths.hpp"
#include "base/strings.hpp"

namespace tizza::release {
namespace {

std::string folder_of(const Repository& repository) {
  return join_path(repository.local().git_directory(), "tizza/release");
}

std::string lock_path(const Repository& repository) {
  return join_path(folder_of(repository), "lock");
}

std::string holder_path(const Repository& repository) {
  return join_path(folder_of(repository), "lock-holder");
}

/// A line that somebody else wrote, who may be about to write it.
std::string line_of(const FileReader& files, const std::string& path) {
  const auto text = files.exists(path) ? files.read_file(path) : std::string();
  return text.ok() ? std::string(trim(*text)) : std::string();
}

Error busy(const std::string& who) {
  return failure("release-busy",
                 fmt::format("another call releases from this clone right now{}",
                             who.empty() ? "" : ": " + who),
                 "wait until it has ended; `tizza release status` says where it stands");
}

}  // namespace

ReleaseLock::~ReleaseLock() {
  // What stays behind is written over by the next one.
  [[maybe_unused]] const auto removed = files_.remove_all(holder_);
}

Result<std::unique_ptr<ReleaseLock>> lock_releases(FileSystem& files, const Repository& repository,
                                                   const std::string& who) {
  TIZZA_CHECK(files.make_directories(folder_of(repository)));
  TIZZA_TRY(auto lock, files.lock(lock_path(repository), false));
  const std::string holder = holder_path(repository);
  if (lock == nullptr) return busy(line_of(files, holder));
  TIZZA_CHECK(files.write_file(holder, who + "\n", 0600));
  return std::make_unique<ReleaseLock>(files, holder, std::move(lock));
}

Result<std::string> release_holder(FileSystem& files, const Repository& repository) {
  const std::string path = lock_path(repository);
  if (!files.exists(path)) return std::string();
  TIZZA_TRY(const auto lock, files.lock(path, false));
  if (lock != nullptr) return std::string();
  const std::string who = line_of(files, holder_path(repository));
  return who.empty() ? "another call" : who;
}

Result<std::string> git_left_at_work(FileSystem& files, const Repository& repository) {
  const std::string path = lock_of_changes(repository.local());
  if (!files.exists(path)) return std::string();
  TIZZA_TRY(const auto lock, files.lock(path, false));
  if (lock != nullptr) return std::string();
  const std::string process = line_of(files, path);
  return process.empty() ? "unknown" : process;
}

Status check_no_git_at_work(FileSystem& files, const Repository& repository) {
  TIZZA_TRY(const std::string process, git_left_at_work(files, repository));
  if (process.empty()) return files.remove_all(lock_of_changes(repository.local()));
  return failure("release-busy",
                 fmt::format("a git of the release that was broken off is still at work: process "
                             "`{}`",
                             process),
                 "wait until it has ended, then run this again");
}

}  // namespace tizza::release
