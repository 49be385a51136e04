#include "release/left_overs.hpp"

#include "base/left_over.hpp"
#include "base/paths.hpp"

namespace tizza::release {

Status remove_left_overs(FileSystem& files, const std::string& folder, const std::string& only) {
  if (!files.is_directory(folder)) return {};
  TIZZA_TRY(const auto entries, files.list(folder));
  for (const DirectoryEntry& entry : entries) {
    if (!is_left_over(entry.name)) continue;
    if (!only.empty() && !entry.name.starts_with("." + only + ".tizza-")) continue;
    TIZZA_CHECK(files.remove_all(join_path(folder, entry.name)));
  }
  return {};
}

}  // namespace tizza::release
