#include "base/paths.hpp"

#include <algorithm>
#include <vector>

#include "base/strings.hpp"

namespace tizza {

std::string join_path(std::string_view folder, std::string_view child) {
  if (folder.empty() || folder == "." || child.starts_with('/')) return std::string(child);
  std::string path(folder);
  if (child.empty()) return path;
  if (!path.ends_with('/')) path += '/';
  return path.append(child);
}

std::string parent_path(std::string_view path) {
  const size_t slash = path.rfind('/');
  if (slash == std::string_view::npos) return {};
  return std::string(path.substr(0, slash == 0 ? 1 : slash));
}

std::string file_name(std::string_view path) {
  const size_t slash = path.rfind('/');
  return std::string(slash == std::string_view::npos ? path : path.substr(slash + 1));
}

std::string normal_path(std::string_view path) {
  const bool is_absolute = path.starts_with('/');
  std::vector<std::string> parts;
  for (const auto part : split(path, '/')) {
    if (part.empty() || part == ".") continue;
    if (part != "..") {
      parts.emplace_back(part);
    } else if (!parts.empty() && parts.back() != "..") {
      parts.pop_back();
    } else if (!is_absolute) {
      parts.emplace_back(part);
    }
  }
  const std::string joined = (is_absolute ? "/" : "") + join(parts, "/");
  return joined.empty() ? "." : joined;
}

std::string relative_path(std::string_view path, std::string_view from) {
  const std::string target = normal_path(path);
  const std::string base = normal_path(from);
  const auto target_parts = split(target, '/');
  const auto base_parts = base == "/" ? std::vector<std::string_view>{""} : split(base, '/');
  const auto [in_target, in_base] =
      std::mismatch(target_parts.begin(), target_parts.end(), base_parts.begin(), base_parts.end());
  std::vector<std::string> parts(static_cast<size_t>(base_parts.end() - in_base), "..");
  for (auto part = in_target; part != target_parts.end(); ++part) parts.emplace_back(*part);
  return parts.empty() ? "." : join(parts, "/");
}

}  // namespace tizza
