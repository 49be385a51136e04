#pragma once
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"

namespace tizza {

enum class FileType : uint8_t { kRegular, kDirectory, kSymlink, kOther };

struct FileInfo {
  FileType type = FileType::kRegular;
  uint64_t size = 0;
  uint32_t mode = 0644;  ///< Permission bits.
};

struct DirectoryEntry {
  std::string name;
  FileType type = FileType::kRegular;  ///< Symlinks are not followed.
};

/// Paths are relative to the working directory or absolute, with `/`. Errors have rule `file`, name
/// the path and say the reason in words (`no such file`, `is a folder`, `permission denied`).
class FileReader {
 public:
  virtual ~FileReader() = default;

  /// The whole content. What is no regular file and more than kMaxInputBytes are errors: a pipe
  /// that was only found must not make us wait for ever.
  virtual Result<std::string> read_file(const std::string& path) const = 0;

  /// The same for a file that was named on the command line: a pipe is read to its end, such as
  /// the `/dev/fd/63` that a shell makes of `<(command)`.
  virtual Result<std::string> read_input(const std::string& path) const { return read_file(path); }

  /// None where there is nothing (or nothing that can be seen). `follow` looks through symlinks.
  virtual std::optional<FileInfo> info(const std::string& path, bool follow = true) const = 0;

  /// Whether looking there is denied, so that nobody can tell if there is something.
  virtual bool is_denied(const std::string&) const { return false; }

  /// The entries without `.` and `..`, sorted by name.
  virtual Result<std::vector<DirectoryEntry>> list(const std::string& path) const = 0;

  /// Absolute, without symlinks, `.` and `..`.
  virtual Result<std::string> real_path(const std::string& path) const = 0;

  virtual Result<std::string> read_link(const std::string& path) const = 0;

  bool exists(const std::string& path) const { return info(path).has_value(); }
  bool is_directory(const std::string& path) const {
    const auto found = info(path);
    return found && found->type == FileType::kDirectory;
  }
};

/// Held while it lives; released by the kernel when the process dies.
class FileLock {
 public:
  virtual ~FileLock() = default;
};

/// A file to which records are appended, such as a journal.
class AppendFile {
 public:
  virtual ~AppendFile() = default;
  /// All of `bytes`, or an error.
  virtual Status append(std::string_view bytes) = 0;
  /// Returns when the data is on the disk (fdatasync).
  virtual Status sync() = 0;
  virtual uint64_t size() const = 0;
  virtual Status truncate(uint64_t size) = 0;
};

class FileSystem : public FileReader {
 public:
  /// All or nothing: temporary file beside it, fsync, rename, fsync of the folder. An existing
  /// file's mode is kept; `mode` holds for a new one. Symlinks are followed to their target.
  virtual Status write_file(const std::string& path, std::string_view content,
                            uint32_t mode = 0644) = 0;

  /// Writes a file in a tree that nobody sees yet: no fsync, no rename. Must not exist.
  virtual Status write_new_file(const std::string& path, std::string_view content,
                                uint32_t mode) = 0;

  virtual Status make_symlink(const std::string& target, const std::string& path) = 0;
  virtual Status make_directories(const std::string& path) = 0;

  /// A new folder beside `path`, hidden, unique, on the same file system.
  virtual Result<std::string> make_temporary_sibling(const std::string& path) = 0;

  /// Fails where `to` exists and is not an empty folder; atomic; syncs the parent folder.
  virtual Status rename_new(const std::string& from, const std::string& to) = 0;

  /// Flushes all files below `path` with one call (syncfs).
  virtual Status sync_tree(const std::string& path) = 0;

  virtual Status remove_all(const std::string& path) = 0;

  /// An exclusive lock on the file `path`, which is made where it is absent. None at once where
  /// another process holds it and `wait` is false.
  virtual Result<std::unique_ptr<FileLock>> lock(const std::string& path, bool wait) = 0;

  /// A new file is for this account alone: a journal holds what commands print.
  virtual Result<std::unique_ptr<AppendFile>> open_append(const std::string& path) = 0;
};

}  // namespace tizza
