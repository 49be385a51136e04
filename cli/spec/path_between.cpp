#include "spec/path_between.hpp"

#include "base/paths.hpp"

namespace tizza::spec {

std::string path_from(const std::string& folder, const std::string& path) {
  if (folder.empty() || folder == "." || path.starts_with('/') != folder.starts_with('/')) {
    return path;
  }
  const bool is_relative = !path.starts_with('/');
  // Any root will do for two paths that are relative to the same place and stay below it.
  const std::string root = is_relative ? "/r" : "";
  return relative_path(normal_path(root + "/" + path), normal_path(root + "/" + folder));
}

}  // namespace tizza::spec
