#pragma once
#include "ports/file_system.hpp"
#include "ports/interrupts.hpp"

namespace tizza::platform {

/// The files of this machine. Whatever would leave something half done behind runs in a hold.
class PosixFileSystem final : public FileSystem {
 public:
  explicit PosixFileSystem(Interrupts& interrupts) : interrupts_(interrupts) {}

  Result<std::string> read_file(const std::string& path) const override;
  Result<std::string> read_input(const std::string& path) const override;
  std::optional<FileInfo> info(const std::string& path, bool follow = true) const override;
  bool is_denied(const std::string& path) const override;
  Result<std::vector<DirectoryEntry>> list(const std::string& path) const override;
  Result<std::string> real_path(const std::string& path) const override;
  Result<std::string> read_link(const std::string& path) const override;

  /// A FIFO or a device (`/dev/stdout`) is written to as it is.
  Status write_file(const std::string& path, std::string_view content,
                    uint32_t mode = 0644) override;
  Status write_new_file(const std::string& path, std::string_view content, uint32_t mode) override;
  Status make_symlink(const std::string& target, const std::string& path) override;
  Status make_directories(const std::string& path) override;
  Result<std::string> make_temporary_sibling(const std::string& path) override;
  Status rename_new(const std::string& from, const std::string& to) override;
  Status sync_tree(const std::string& path) override;
  Status remove_all(const std::string& path) override;
  Result<std::unique_ptr<FileLock>> lock(const std::string& path, bool wait) override;
  Result<std::unique_ptr<AppendFile>> open_append(const std::string& path) override;

 private:
  Interrupts& interrupts_;
};

}  // namespace tizza::platform
