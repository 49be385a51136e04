#pragma once
#include <string>
#include <utility>
#include <vector>

#include "ports/file_system.hpp"

namespace tizza::scaffold {

/// Takes a file or folder away again unless it was kept.
class Scratch {
 public:
  Scratch(FileSystem& files, std::string path) : files_(&files), path_(std::move(path)) {}
  Scratch(Scratch&& other) noexcept
      : files_(other.files_), path_(std::exchange(other.path_, std::string())) {}
  Scratch(const Scratch&) = delete;
  Scratch& operator=(const Scratch&) = delete;
  ~Scratch() {
    // Nobody is left to hear about a failure here; whoever comes next finds it by its name.
    if (!path_.empty()) (void)files_->remove_all(path_);
  }

  const std::string& path() const { return path_; }
  void keep() { path_.clear(); }

 private:
  FileSystem* files_;
  std::string path_;
};

/// The folders that make_temporary_sibling() made beside `path`. Whoever holds the lock under which
/// they are made may take them away: their makers are dead.
Result<std::vector<std::string>> scratch_folders(const FileReader& files, const std::string& path);

}  // namespace tizza::scaffold
