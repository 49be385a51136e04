#pragma once
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "ports/file_system.hpp"

namespace tizza::testing {

/// Where fakes think they are.
inline constexpr std::string_view kFakeWorkingDirectory = "/workspace";

/// A disk in memory with folders, symlinks, modes, locks and failures on demand. Its user is an
/// ordinary one: modes count. Relative paths start at kFakeWorkingDirectory.
class FakeFileSystem final : public FileSystem {
 public:
  FakeFileSystem();

  // What a test lays down: parents are made on the way, an existing node is replaced.
  void add(const std::string& path, std::string content, uint32_t mode = 0644);
  void add_directory(const std::string& path, uint32_t mode = 0755);
  void add_symlink(const std::string& path, const std::string& target);
  void add_device(const std::string& path);
  void set_mode(const std::string& path, uint32_t mode);

  // What a test looks at.
  /// The content; `<absent>` where there is no such file.
  std::string text(const std::string& path) const;
  uint32_t mode(const std::string& path) const;
  /// Every file, symlink (` -> target`) and empty folder (`NAME/`) below `path` with its content;
  /// two equal trees have changed nothing. Names are relative to `path`.
  std::map<std::string, std::string> tree(const std::string& path = ".") const;
  /// Calls so far that would have changed the disk.
  int writes() const { return writes_; }
  /// Calls of sync: sync_tree, write_file and AppendFile::sync.
  int syncs() const { return syncs_; }

  // What a test breaks.
  /// The n-th changing call from now (1 is the next) and all later ones fail with this errno;
  /// 0 heals.
  void fail_nth_write(int n, int error_number);
  /// As if the disk had this much room left for file content.
  void limit_space(uint64_t bytes) { space_left_ = bytes; }
  /// As if another process held the lock on `path`.
  void hold_lock(const std::string& path);
  void free_lock(const std::string& path);

  Result<std::string> read_file(const std::string& path) const override;
  std::optional<FileInfo> info(const std::string& path, bool follow = true) const override;
  bool is_denied(const std::string& path) const override;
  Result<std::vector<DirectoryEntry>> list(const std::string& path) const override;
  Result<std::string> real_path(const std::string& path) const override;
  Result<std::string> read_link(const std::string& path) const override;
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
  friend class FakeAppendFile;
  friend class FakeFileLock;

  struct Node {
    FileType type = FileType::kRegular;
    std::string content;  ///< Of a symlink: its target.
    uint32_t mode = 0644;
  };
  /// An absolute path without symlinks (the last part may not exist), or an errno.
  struct Resolved {
    std::string path;
    int error = 0;
  };

  Resolved resolve(const std::string& path, bool follow_last) const;
  /// The node at `path`, or none and the errno that the system would give.
  const Node* find(const std::string& path, bool follow, int& error) const;
  Node* find(const std::string& path, bool follow, int& error);
  /// Counts a changing call; the errno with which it fails, or 0.
  int begin_write();
  int check_parent(const std::string& absolute) const;
  int take_space(size_t bytes, size_t freed);
  /// Puts a new node at an absent path, or gives an errno.
  int create(const std::string& path, Node node, std::string* made = nullptr);

  std::map<std::string, Node> nodes_;  ///< By absolute path; `/` is there.
  std::set<std::string> locked_;
  std::optional<uint64_t> space_left_;
  int writes_ = 0;
  int syncs_ = 0;
  int fail_at_ = 0;
  int failure_ = 0;
  int temporary_ = 0;
};

}  // namespace tizza::testing
