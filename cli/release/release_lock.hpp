#pragma once
#include <memory>
#include <string>

#include "ports/file_system.hpp"
#include "release/repository.hpp"

/// Who works on the releases of a clone right now.
namespace tizza::release {

/// Keeps other calls out of the clone while it lives, and tells them whose it is.
class ReleaseLock {
 public:
  ReleaseLock(FileSystem& files, std::string holder, std::unique_ptr<FileLock> lock)
      : files_(files), holder_(std::move(holder)), lock_(std::move(lock)) {}
  ~ReleaseLock();
  ReleaseLock(const ReleaseLock&) = delete;
  ReleaseLock& operator=(const ReleaseLock&) = delete;

 private:
  FileSystem& files_;
  std::string holder_;  ///< The file that says who it is.
  std::unique_ptr<FileLock> lock_;
};

/// `who` is this call in a few words: `process 4711, since …`. An error (rule `release-busy`) that
/// names the other where one is at work.
Result<std::unique_ptr<ReleaseLock>> lock_releases(FileSystem& files, const Repository& repository,
                                                   const std::string& who);

/// The call that holds the lock, in its own words; empty where none does.
Result<std::string> release_holder(FileSystem& files, const Repository& repository);

/// The process id of a git that a killed call left behind and that still changes the clone or the
/// remote; empty where there is none.
Result<std::string> git_left_at_work(FileSystem& files, const Repository& repository);

/// An error (rule `release-busy`) where there is one: what it does could not be seen yet.
Status check_no_git_at_work(FileSystem& files, const Repository& repository);

}  // namespace tizza::release
