#include "platform/atomic_write.hpp"

#include <limits.h>
#include <sys/stat.h>

#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <memory>
#include <optional>

#include "platform/posix_paths.hpp"

namespace tizza::platform {
namespace {

/// Where a write to `path` has to land: behind all symlinks, also those that lead to nothing yet.
int follow_symlinks(const std::string& path, std::string& target) {
  target = path;
  for (int links = 0; links < 40; ++links) {
    char next[PATH_MAX];
    const ssize_t size = ::readlink(target.c_str(), next, sizeof next);
    if (size < 0) return errno == EINVAL || errno == ENOENT ? 0 : errno;
    const std::string step(next, static_cast<size_t>(size));
    target = step.starts_with('/') ? step : parent_of(target) + "/" + step;
  }
  return ELOOP;
}

int write_directly(const std::string& path, std::string_view content) {
  Descriptor file = open_file(path, O_WRONLY);
  if (!file) return errno;
  const int error = write_all(file.get(), content);
  return error != 0 ? error : file.close();
}

/// Fills `temporary` with everything that the file at its final name shall have.
int fill(const std::string& temporary, std::string_view content, uint32_t mode,
         const std::optional<struct stat>& existing) {
  Descriptor file = open_file(temporary, O_WRONLY | O_CREAT | O_EXCL, existing ? 0600 : mode);
  if (!file) return errno;
  if (existing) {
    // Only root can give a file away. For anybody else it is theirs already, or stays so.
    [[maybe_unused]] const int ignored = ::fchown(file.get(), existing->st_uid, existing->st_gid);
    if (::fchmod(file.get(), existing->st_mode & 07777) != 0) return errno;
  }
  if (const int error = write_all(file.get(), content)) return error;
  if (::fsync(file.get()) != 0) return errno;
  return file.close();
}

}  // namespace

int atomic_write(const std::string& path, std::string_view content, uint32_t mode) {
  std::optional<struct stat> existing(std::in_place);
  if (::stat(path.c_str(), &*existing) != 0) {
    if (errno != ENOENT) return errno;
    existing.reset();
  }
  if (existing) {
    if (S_ISDIR(existing->st_mode)) return EISDIR;
    if (!S_ISREG(existing->st_mode)) return write_directly(path, content);
    // A rename would replace a read-only file without asking; the mark is meant.
    if (::access(path.c_str(), W_OK) != 0) return errno;
  }
  if (path.empty() || path.ends_with('/')) return path.empty() ? ENOENT : EISDIR;

  std::string target;
  if (const int error = follow_symlinks(path, target)) return error;
  const std::string temporary = hidden_sibling(target);
  int error = fill(temporary, content, mode, existing);
  if (error == 0 && ::rename(temporary.c_str(), target.c_str()) != 0) error = errno;
  if (error != 0) {
    ::unlink(temporary.c_str());
    return error;
  }
  return sync_parent(target);
}

}  // namespace tizza::platform
