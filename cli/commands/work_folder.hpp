#pragma once
#include <string>
#include <utility>

#include "base/result.hpp"
#include "commands/context.hpp"

namespace tizza::commands {

/// A folder of the cache for what a command works on; gone with it.
class WorkFolder {
 public:
  /// `name` is for people who look into the cache.
  static Result<WorkFolder> make(const std::string& name, Context& context);

  WorkFolder(WorkFolder&& other) noexcept
      : files_(other.files_), path_(std::exchange(other.path_, {})) {}
  WorkFolder& operator=(WorkFolder&&) = delete;
  ~WorkFolder() {
    // What cannot be removed from a cache does no harm.
    if (!path_.empty()) (void)files_.remove_all(path_);
  }

  const std::string& path() const { return path_; }

 private:
  WorkFolder(FileSystem& files, std::string path) : files_(files), path_(std::move(path)) {}

  FileSystem& files_;
  std::string path_;
};

}  // namespace tizza::commands
