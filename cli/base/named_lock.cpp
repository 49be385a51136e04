#include "base/named_lock.hpp"

#include "base/paths.hpp"
#include "base/sha256.hpp"

namespace tizza {

Result<std::unique_ptr<FileLock>> lock_for(FileSystem& files, const std::string& state_folder,
                                           const std::string& path) {
  auto real = files.real_path(path);
  if (!real) {
    const std::string parent = parent_path(path);
    TIZZA_TRY(const std::string folder, files.real_path(parent.empty() ? "." : parent));
    real = join_path(folder, file_name(path));
  }
  const std::string locks = join_path(state_folder, "locks");
  TIZZA_CHECK(files.make_directories(locks));
  return files.lock(join_path(locks, sha256(*real)), true);
}

}  // namespace tizza
