#include "platform/posix_file_system.hpp"

#include <dirent.h>
#include <limits.h>
#include <sys/stat.h>

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <filesystem>

#include "base/source.hpp"
#include "platform/atomic_write.hpp"
#include "platform/file_error.hpp"
#include "platform/posix_paths.hpp"

namespace tizza::platform {
namespace {

struct CloseFolder {
  void operator()(DIR* folder) const { ::closedir(folder); }
};

FileType type_of(mode_t mode) {
  if (S_ISREG(mode)) return FileType::kRegular;
  if (S_ISDIR(mode)) return FileType::kDirectory;
  return S_ISLNK(mode) ? FileType::kSymlink : FileType::kOther;
}

/// Reads to the end of the file; an errno, or 0.
int read_to_end(int descriptor, uint64_t expected, const Interrupts& interrupts,
                std::string& content) {
  constexpr size_t kChunk = 64 << 10;
  size_t filled = 0;
  // One byte more than expected shows the end of an ordinary file without a second allocation.
  content.resize(std::max<size_t>(expected + 1, expected == 0 ? kChunk : 1));
  while (true) {
    const ssize_t got = ::read(descriptor, content.data() + filled, content.size() - filled);
    if (got < 0 && errno == EINTR && interrupts.pending() == 0) continue;
    if (got < 0) return errno;
    filled += static_cast<size_t>(got);
    if (filled > kMaxInputBytes) return EFBIG;
    if (got == 0) break;
    if (filled == content.size()) content.resize(content.size() * 2);
  }
  content.resize(filled);
  return 0;
}

/// Why a file of this mode is not read; an errno, or 0.
int refusal_of(mode_t mode, bool may_be_pipe) {
  if (S_ISREG(mode)) return 0;
  if (S_ISDIR(mode)) return EISDIR;
  if (S_ISFIFO(mode)) return may_be_pipe ? 0 : ESPIPE;
  return ENODEV;
}

Result<std::string> read_whole(const std::string& path, Descriptor file, bool may_be_pipe,
                               const Interrupts& interrupts) {
  struct stat found;
  if (!file || ::fstat(file.get(), &found) != 0) return file_error("read", path, errno);
  if (const int error = refusal_of(found.st_mode, may_be_pipe)) {
    return file_error("read", path, error);
  }
  const auto size = static_cast<uint64_t>(found.st_size);
  if (size > kMaxInputBytes) return file_error("read", path, EFBIG);
  std::string content;
  if (const int error = read_to_end(file.get(), size, interrupts, content)) {
    return file_error("read", path, error);
  }
  return content;
}

int make_directory(const std::string& path) {
  if (::mkdir(path.c_str(), 0777) == 0) return 0;
  const int error = errno;
  struct stat found;
  if (error == EEXIST && ::stat(path.c_str(), &found) == 0 && S_ISDIR(found.st_mode)) return 0;
  return error;
}

/// Renames a file onto nothing; an errno, or 0.
int rename_file_new(const std::string& from, const std::string& to) {
  if (::renameat2(AT_FDCWD, from.c_str(), AT_FDCWD, to.c_str(), RENAME_NOREPLACE) == 0) return 0;
  if (errno != EINVAL) return errno;
  // File systems without RENAME_NOREPLACE (some network ones): a hard link never replaces either.
  if (::link(from.c_str(), to.c_str()) != 0) return errno;
  return ::unlink(from.c_str()) == 0 ? 0 : errno;
}

}  // namespace

Result<std::string> PosixFileSystem::read_file(const std::string& path) const {
  // Without O_NONBLOCK the open(2) of a FIFO waits for somebody who writes.
  return read_whole(path, open_file(path, O_RDONLY | O_NONBLOCK), false, interrupts_);
}

Result<std::string> PosixFileSystem::read_input(const std::string& path) const {
  return read_whole(path, open_file(path, O_RDONLY), true, interrupts_);
}

std::optional<FileInfo> PosixFileSystem::info(const std::string& path, bool follow) const {
  struct stat found;
  const int outcome = follow ? ::stat(path.c_str(), &found) : ::lstat(path.c_str(), &found);
  if (outcome != 0) return std::nullopt;
  return FileInfo{type_of(found.st_mode), static_cast<uint64_t>(found.st_size),
                  found.st_mode & 07777u};
}

bool PosixFileSystem::is_denied(const std::string& path) const {
  struct stat found;
  return ::stat(path.c_str(), &found) != 0 && errno == EACCES;
}

Result<std::vector<DirectoryEntry>> PosixFileSystem::list(const std::string& path) const {
  const std::unique_ptr<DIR, CloseFolder> folder(::opendir(path.c_str()));
  if (!folder) return file_error("list", path, errno);
  std::vector<DirectoryEntry> entries;
  errno = 0;
  while (const dirent* entry = ::readdir(folder.get())) {
    const std::string name = entry->d_name;
    if (name == "." || name == "..") continue;
    struct stat found;
    if (::fstatat(::dirfd(folder.get()), entry->d_name, &found, AT_SYMLINK_NOFOLLOW) != 0) continue;
    entries.push_back({name, type_of(found.st_mode)});
    errno = 0;
  }
  if (errno != 0) return file_error("list", path, errno);
  std::sort(entries.begin(), entries.end(),
            [](const auto& a, const auto& b) { return a.name < b.name; });
  return entries;
}

Result<std::string> PosixFileSystem::real_path(const std::string& path) const {
  const std::unique_ptr<char, decltype(&std::free)> real(::realpath(path.c_str(), nullptr),
                                                         &std::free);
  if (!real) return file_error("find", path, errno);
  return std::string(real.get());
}

Result<std::string> PosixFileSystem::read_link(const std::string& path) const {
  char target[PATH_MAX];
  const ssize_t size = ::readlink(path.c_str(), target, sizeof target);
  if (size < 0) return file_error("read", path, errno);
  return std::string(target, static_cast<size_t>(size));
}

Status PosixFileSystem::write_file(const std::string& path, std::string_view content,
                                   uint32_t mode) {
  const InterruptHold hold(interrupts_);
  if (const int error = atomic_write(path, content, mode)) return file_error("write", path, error);
  return {};
}

Status PosixFileSystem::write_new_file(const std::string& path, std::string_view content,
                                       uint32_t mode) {
  Descriptor file = open_file(path, O_WRONLY | O_CREAT | O_EXCL, mode);
  int error = file ? write_all(file.get(), content) : errno;
  if (error == 0) error = file.close();
  if (error != 0) return file_error("write", path, error);
  return {};
}

Status PosixFileSystem::make_symlink(const std::string& target, const std::string& path) {
  if (::symlink(target.c_str(), path.c_str()) != 0) return file_error("write", path, errno);
  return {};
}

Status PosixFileSystem::make_directories(const std::string& path) {
  for (size_t slash = path.find('/', 1);; slash = path.find('/', slash + 1)) {
    if (const int error = make_directory(path.substr(0, slash))) {
      return file_error("make folder", path, error);
    }
    if (slash == std::string::npos || slash + 1 == path.size()) return {};
  }
}

Result<std::string> PosixFileSystem::make_temporary_sibling(const std::string& path) {
  std::string folder = hidden_sibling(path);
  if (::mkdir(folder.c_str(), 0777) != 0) return file_error("write beside", path, errno);
  return folder;
}

Status PosixFileSystem::rename_new(const std::string& from, const std::string& to) {
  const InterruptHold hold(interrupts_);
  // rename(2) of a folder replaces an empty folder and nothing else: what is asked for.
  int error = 0;
  const auto source = info(from, false);
  if (source && source->type == FileType::kDirectory) {
    if (::rename(from.c_str(), to.c_str()) != 0) error = errno == ENOTDIR ? EEXIST : errno;
  } else {
    error = rename_file_new(from, to);
  }
  if (error == 0) error = sync_parent(to);
  if (error != 0) return file_error("write", to, error);
  return {};
}

Status PosixFileSystem::sync_tree(const std::string& path) {
  const Descriptor file = open_file(path, O_RDONLY);
  if (!file || ::syncfs(file.get()) != 0) return file_error("write", path, errno);
  return {};
}

Status PosixFileSystem::remove_all(const std::string& path) {
  std::error_code error;
  std::filesystem::remove_all(path, error);
  if (error) return file_error("remove", path, error.value());
  return {};
}

}  // namespace tizza::platform
