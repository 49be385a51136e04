#include <sys/file.h>
#include <sys/stat.h>

#include <cerrno>

#include "platform/file_error.hpp"
#include "platform/input_error.hpp"
#include "platform/posix_file_system.hpp"
#include "platform/posix_paths.hpp"

namespace tizza::platform {
namespace {

/// The kernel frees the lock with the last descriptor, also when the process is killed.
class PosixFileLock final : public FileLock {
 public:
  explicit PosixFileLock(Descriptor file) : file_(std::move(file)) {}

 private:
  Descriptor file_;
};

class PosixAppendFile final : public AppendFile {
 public:
  PosixAppendFile(std::string path, Descriptor file)
      : path_(std::move(path)), file_(std::move(file)) {}

  Status append(std::string_view bytes) override {
    const uint64_t before = size();
    const int error = write_all(file_.get(), bytes);
    if (error == 0) return {};
    // Half a record would be read as a damaged journal: take it back.
    [[maybe_unused]] const int ignored = ::ftruncate(file_.get(), static_cast<off_t>(before));
    return file_error("write", path_, error);
  }

  Status sync() override {
    if (::fdatasync(file_.get()) != 0) return file_error("write", path_, errno);
    return {};
  }

  uint64_t size() const override {
    struct stat found;
    return ::fstat(file_.get(), &found) == 0 ? static_cast<uint64_t>(found.st_size) : 0;
  }

  Status truncate(uint64_t size) override {
    if (::ftruncate(file_.get(), static_cast<off_t>(size)) != 0) {
      return file_error("write", path_, errno);
    }
    return {};
  }

 private:
  std::string path_;
  Descriptor file_;
};

}  // namespace

Result<std::unique_ptr<FileLock>> PosixFileSystem::lock(const std::string& path, bool wait) {
  Descriptor file = open_file(path, O_RDWR | O_CREAT, 0666);
  if (!file) return file_error("lock", path, errno);
  while (::flock(file.get(), wait ? LOCK_EX : LOCK_EX | LOCK_NB) != 0) {
    if (errno == EWOULDBLOCK) return std::unique_ptr<FileLock>();
    if (errno != EINTR) return file_error("lock", path, errno);
    if (interrupts_.pending() != 0) return interrupted_by(interrupts_.take());
  }
  return std::unique_ptr<FileLock>(std::make_unique<PosixFileLock>(std::move(file)));
}

Result<std::unique_ptr<AppendFile>> PosixFileSystem::open_append(const std::string& path) {
  const bool is_new = !exists(path);
  Descriptor file = open_file(path, O_WRONLY | O_APPEND | O_CREAT, 0600);
  if (!file) return file_error("write", path, errno);
  // A journal that vanishes with a power cut would be no journal.
  if (is_new) {
    if (const int error = sync_parent(path)) return file_error("write", path, error);
  }
  return std::unique_ptr<AppendFile>(std::make_unique<PosixAppendFile>(path, std::move(file)));
}

}  // namespace tizza::platform
