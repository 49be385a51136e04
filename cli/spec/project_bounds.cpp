#include "spec/project_bounds.hpp"

#include "base/paths.hpp"

namespace tizza::spec {
namespace {

bool is_below(const std::string& path, const std::string& folder) {
  return path == folder || path.starts_with(folder == "/" ? folder : folder + "/");
}

std::string folder_of(const std::string& path) {
  const std::string folder = parent_path(path);
  return folder.empty() ? "." : folder;
}

}  // namespace

bool ProjectBounds::leave_out(const std::string& description, const std::string& path) {
  const std::string folder = folder_of(description);
  const std::lock_guard lock(mutex_);
  const auto [root, is_new_root] = roots_.try_emplace(folder);
  if (is_new_root) root->second = find_root(real(folder));
  const auto [outside, is_new] = outside_.try_emplace(root->second + '\n' + path);
  if (is_new) outside->second = !is_below(real_file(path), root->second);
  return outside->second;
}

std::string ProjectBounds::find_root(const std::string& folder) const {
  for (std::string above = folder; !above.empty(); above = parent_path(above)) {
    if (files_.exists(join_path(above, ".git"))) return above;
    if (above == "/") break;
  }
  const std::string here = real(".");
  return is_below(folder, here) ? here : folder;
}

/// Standard input has a path that leads nowhere: that stays as it is.
std::string ProjectBounds::real(const std::string& path) const {
  auto found = files_.real_path(path);
  return found ? *std::move(found) : path;
}

/// One look at each file instead of one at each folder above it: descriptions have thousands.
std::string ProjectBounds::real_file(const std::string& path) {
  const auto info = files_.info(path, false);
  if (!info || info->type != FileType::kRegular) return real(path);
  const std::string above = folder_of(path);
  const auto [folder, is_new] = folders_.try_emplace(above);
  if (is_new) folder->second = real(above);
  return join_path(folder->second, file_name(path));
}

}  // namespace tizza::spec
