#pragma once
#include <mutex>
#include <string>

#include "base/strings.hpp"
#include "ports/file_system.hpp"

namespace tizza::spec {

/// Tells the files that belong to a description's project from others on the disk to which it
/// refers. A description may come from anybody, so that what stands in others is never shown.
/// Threads may share it.
class ProjectBounds {
 public:
  explicit ProjectBounds(const FileReader& files) : files_(files) {}

  /// Whether the file stands outside of the project of `description`: of the nearest folder upwards
  /// with a `.git`, else of the working directory where that holds it, else of its own folder.
  bool leave_out(const std::string& description, const std::string& path);

 private:
  std::string find_root(const std::string& folder) const;
  std::string real(const std::string& path) const;
  std::string real_file(const std::string& path);

  const FileReader& files_;
  std::mutex mutex_;
  StringMap<std::string> roots_;    // of each folder with a description
  StringMap<std::string> folders_;  // the real path of each folder that files were looked at in
  StringMap<bool> outside_;         // by root and path
};

}  // namespace tizza::spec
