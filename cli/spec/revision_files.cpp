#include "spec/revision_files.hpp"

#include <mutex>

#include "base/paths.hpp"
#include "base/strings.hpp"

namespace tizza::spec {
namespace {

/// By today's path in the work tree: the path at the revision, empty for none.
using OldPaths = StringMap<std::string>;

/// Reads `git diff --name-status -z`: `M`, a path; `R087`, the old path, the new one.
OldPaths read_name_status(std::string_view text) {
  OldPaths old;
  StringMap<std::string> left;  // they were there under this name, unless another file has it now
  const auto words = split(text, '\0');
  for (size_t i = 0; i + 1 < words.size(); i += 2) {
    const char status = words[i].empty() ? '\0' : words[i].front();
    const std::string path(words[i + 1]);
    if (status == 'R' && i + 2 < words.size()) {
      left[path] = path;
      old[std::string(words[i + 2])] = path;
      ++i;
    } else {
      old[path] = status == 'A' ? "" : path;
    }
  }
  for (auto& [path, before] : left) old.try_emplace(path, before);
  return old;
}

class RevisionFiles final : public FileReader {
 public:
  RevisionFiles(const Changes& changes, OldPaths old, std::unique_ptr<GitRepository> repository,
                const FileReader& now)
      : changes_(changes), old_(std::move(old)), repository_(std::move(repository)), now_(now) {}

  Result<std::string> read_file(const std::string& path) const override {
    const std::string* old = old_path(path);
    if (old == nullptr) return now_.read_file(path);
    if (old->empty()) {
      return file_failure("file", path, "cannot read `" + path + "`: no such file");
    }
    const std::lock_guard lock(mutex_);
    return repository_->read_blob(changes_.revision(), *old);
  }

  std::optional<FileInfo> info(const std::string& path, bool follow) const override {
    const std::string* old = old_path(path);
    if (old != nullptr && old->empty()) return std::nullopt;
    auto found = now_.info(path, follow);
    return !found && old != nullptr ? FileInfo{} : found;
  }

  bool is_denied(const std::string& path) const override { return now_.is_denied(path); }

  Result<std::vector<DirectoryEntry>> list(const std::string& path) const override {
    return now_.list(path);
  }

  Result<std::string> real_path(const std::string& path) const override {
    auto found = now_.real_path(path);
    const auto within = changes_.within_work_tree(path);
    if (found.ok() || !within || old_path(path) == nullptr) return found;
    return join_path(changes_.work_tree(), *within);
  }

  Result<std::string> read_link(const std::string& path) const override {
    return now_.read_link(path);
  }

 private:
  /// nullptr where nothing changed.
  const std::string* old_path(const std::string& path) const {
    const auto within = changes_.within_work_tree(path);
    if (!within) return nullptr;
    const auto found = old_.find(*within);
    return found == old_.end() ? nullptr : &found->second;
  }

  const Changes& changes_;
  OldPaths old_;
  std::unique_ptr<GitRepository> repository_;
  const FileReader& now_;
  mutable std::mutex mutex_;  ///< A repository is for one thread at a time.
};

}  // namespace

Result<std::unique_ptr<FileReader>> files_before(const Changes& changes, Git& git,
                                                 const FileReader& now) {
  TIZZA_TRY(const std::string differing,
            git_output(git, changes.work_tree(),
                       {"diff", "--name-status", "-z", "--find-renames", "--no-relative",
                        "--ignore-submodules", changes.revision(), "--"}));
  OldPaths old = read_name_status(differing);
  for (const std::string& path : changes.untracked()) old[path].clear();
  TIZZA_TRY(auto repository, git.open(changes.work_tree()));
  return std::unique_ptr<FileReader>(
      std::make_unique<RevisionFiles>(changes, std::move(old), std::move(repository), now));
}

}  // namespace tizza::spec
