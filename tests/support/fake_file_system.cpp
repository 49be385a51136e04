#include "support/fake_file_system.hpp"

#include <cerrno>
#include <deque>

#include "base/strings.hpp"
#include "platform/file_error.hpp"

namespace tizza::testing {
namespace {

using platform::file_error;

std::string parent_of(const std::string& absolute) {
  const size_t slash = absolute.rfind('/');
  return slash == 0 ? "/" : absolute.substr(0, slash);
}

std::string child_of(const std::string& folder, std::string_view name) {
  return (folder == "/" ? "/" : folder + "/") + std::string(name);
}

std::string absolute_path(const std::string& path) {
  return path.starts_with('/') ? path : std::string(kFakeWorkingDirectory) + "/" + path;
}

}  // namespace

class FakeFileLock final : public FileLock {
 public:
  FakeFileLock(FakeFileSystem& files, std::string path) : files_(files), path_(std::move(path)) {}
  ~FakeFileLock() override { files_.locked_.erase(path_); }

 private:
  FakeFileSystem& files_;
  std::string path_;
};

class FakeAppendFile final : public AppendFile {
 public:
  FakeAppendFile(FakeFileSystem& files, std::string path) : files_(files), path_(std::move(path)) {}

  Status append(std::string_view bytes) override {
    if (const int error = files_.begin_write()) return file_error("write", path_, error);
    if (const int error = files_.take_space(bytes.size(), 0)) {
      return file_error("write", path_, error);
    }
    files_.nodes_[path_].content += bytes;
    return {};
  }
  Status sync() override {
    ++files_.syncs_;
    return {};
  }
  uint64_t size() const override { return files_.nodes_[path_].content.size(); }
  Status truncate(uint64_t size) override {
    const int failure = files_.begin_write();
    if (failure != 0 && failure != ENOSPC) return file_error("write", path_, failure);
    files_.nodes_[path_].content.resize(size);
    return {};
  }

 private:
  FakeFileSystem& files_;
  std::string path_;
};

FakeFileSystem::FakeFileSystem() {
  nodes_["/"] = {FileType::kDirectory, {}, 0755};
  add_directory(std::string(kFakeWorkingDirectory));
}

void FakeFileSystem::add(const std::string& path, std::string content, uint32_t mode) {
  add_directory(parent_of(absolute_path(path)));
  nodes_[resolve(path, false).path] = {FileType::kRegular, std::move(content), mode};
}

void FakeFileSystem::add_directory(const std::string& path, uint32_t mode) {
  const std::string absolute = absolute_path(path);
  std::string at = "/";
  for (const std::string_view part : split(absolute, '/')) {
    if (part.empty() || part == ".") continue;
    at = resolve(child_of(at, part), true).path;
    nodes_.try_emplace(at, Node{FileType::kDirectory, {}, 0755});
  }
  if (mode != 0755) nodes_[at].mode = mode;
}

void FakeFileSystem::add_symlink(const std::string& path, const std::string& target) {
  add_directory(parent_of(absolute_path(path)));
  nodes_[resolve(path, false).path] = {FileType::kSymlink, target, 0777};
}

void FakeFileSystem::add_device(const std::string& path) {
  add(path, "");
  nodes_[resolve(path, false).path].type = FileType::kOther;
}

void FakeFileSystem::set_mode(const std::string& path, uint32_t mode) {
  nodes_.at(resolve(path, true).path).mode = mode;
}

std::string FakeFileSystem::text(const std::string& path) const {
  int error = 0;
  const Node* node = find(path, true, error);
  return node == nullptr ? "<absent>" : node->content;
}

uint32_t FakeFileSystem::mode(const std::string& path) const {
  return nodes_.at(resolve(path, true).path).mode;
}

std::map<std::string, std::string> FakeFileSystem::tree(const std::string& path) const {
  const std::string root = child_of(resolve(path, true).path, "");
  std::map<std::string, std::string> found;
  for (auto at = nodes_.lower_bound(root); at != nodes_.end() && at->first.starts_with(root);
       ++at) {
    const std::string name = at->first.substr(root.size());
    if (name.empty()) continue;
    const auto next = nodes_.lower_bound(at->first + "/");
    const bool is_empty = next == nodes_.end() || !next->first.starts_with(at->first + "/");
    switch (at->second.type) {
      case FileType::kDirectory:
        if (is_empty) found[name + "/"];
        break;
      case FileType::kSymlink:
        found[name + " -> " + at->second.content];
        break;
      default:
        found[name] = at->second.content;
    }
  }
  return found;
}

void FakeFileSystem::fail_nth_write(int n, int error_number) {
  fail_at_ = n == 0 ? 0 : writes_ + n;
  failure_ = error_number;
}

void FakeFileSystem::hold_lock(const std::string& path) {
  locked_.insert(resolve(path, true).path);
}

void FakeFileSystem::free_lock(const std::string& path) {
  locked_.erase(resolve(path, true).path);
}

FakeFileSystem::Resolved FakeFileSystem::resolve(const std::string& path, bool follow_last) const {
  const std::string absolute = absolute_path(path);
  std::deque<std::string> parts;
  for (const std::string_view part : split(absolute, '/')) parts.emplace_back(part);
  std::string at = "/";
  int links = 0;
  while (!parts.empty()) {
    const std::string part = parts.front();
    parts.pop_front();
    if (part.empty() || part == ".") continue;
    if (part == "..") {
      at = parent_of(at);
      continue;
    }
    const auto folder = nodes_.find(at);
    if (folder == nodes_.end()) return {at, ENOENT};
    if (folder->second.type != FileType::kDirectory) return {at, ENOTDIR};
    if ((folder->second.mode & 0100) == 0) return {at, EACCES};
    const std::string next = child_of(at, part);
    const auto node = nodes_.find(next);
    const bool is_link = node != nodes_.end() && node->second.type == FileType::kSymlink;
    if (!is_link || (parts.empty() && !follow_last)) {
      at = next;
      continue;
    }
    if (++links > 40) return {next, ELOOP};
    const std::string& target = node->second.content;
    if (target.starts_with('/')) at = "/";
    std::deque<std::string> ahead;
    for (const std::string_view piece : split(target, '/')) ahead.emplace_back(piece);
    parts.insert(parts.begin(), ahead.begin(), ahead.end());
  }
  return {at, 0};
}

const FakeFileSystem::Node* FakeFileSystem::find(const std::string& path, bool follow,
                                                 int& error) const {
  const Resolved resolved = resolve(path, follow);
  error = path.empty() ? ENOENT : resolved.error;
  if (error != 0) return nullptr;
  const auto node = nodes_.find(resolved.path);
  if (node != nodes_.end()) return &node->second;
  error = ENOENT;
  return nullptr;
}

FakeFileSystem::Node* FakeFileSystem::find(const std::string& path, bool follow, int& error) {
  return const_cast<Node*>(std::as_const(*this).find(path, follow, error));
}

int FakeFileSystem::begin_write() {
  ++writes_;
  return fail_at_ != 0 && writes_ >= fail_at_ ? failure_ : 0;
}

int FakeFileSystem::check_parent(const std::string& absolute) const {
  const auto parent = nodes_.find(parent_of(absolute));
  if (parent == nodes_.end()) return ENOENT;
  if (parent->second.type != FileType::kDirectory) return ENOTDIR;
  return (parent->second.mode & 0200) == 0 ? EACCES : 0;
}

int FakeFileSystem::take_space(size_t bytes, size_t freed) {
  if (!space_left_) return 0;
  if (bytes > *space_left_) return ENOSPC;
  *space_left_ += freed;
  *space_left_ -= bytes;
  return 0;
}

int FakeFileSystem::create(const std::string& path, Node node, std::string* made) {
  if (const int error = begin_write()) return error;
  const Resolved resolved = resolve(path, false);
  if (resolved.error != 0) return resolved.error;
  if (nodes_.contains(resolved.path)) return EEXIST;
  if (const int error = check_parent(resolved.path)) return error;
  if (const int error = take_space(node.content.size(), 0)) return error;
  nodes_[resolved.path] = std::move(node);
  if (made != nullptr) *made = resolved.path;
  return 0;
}

Result<std::string> FakeFileSystem::read_file(const std::string& path) const {
  int error = 0;
  const Node* node = find(path, true, error);
  if (node == nullptr) return file_error("read", path, error);
  if (node->type == FileType::kDirectory) return file_error("read", path, EISDIR);
  if (node->type == FileType::kOther) return file_error("read", path, ENODEV);
  if ((node->mode & 0400) == 0) return file_error("read", path, EACCES);
  if (node->content.size() > kMaxInputBytes) return file_error("read", path, EFBIG);
  return node->content;
}

std::optional<FileInfo> FakeFileSystem::info(const std::string& path, bool follow) const {
  int error = 0;
  const Node* node = find(path, follow, error);
  if (node == nullptr) return std::nullopt;
  return FileInfo{node->type, node->content.size(), node->mode};
}

bool FakeFileSystem::is_denied(const std::string& path) const {
  int error = 0;
  return find(path, true, error) == nullptr && error == EACCES;
}

Result<std::vector<DirectoryEntry>> FakeFileSystem::list(const std::string& path) const {
  int error = 0;
  const Node* node = find(path, true, error);
  if (node == nullptr) return file_error("list", path, error);
  if (node->type != FileType::kDirectory) return file_error("list", path, ENOTDIR);
  if ((node->mode & 0400) == 0) return file_error("list", path, EACCES);
  const std::string root = child_of(resolve(path, true).path, "");
  std::vector<DirectoryEntry> entries;
  for (auto at = nodes_.upper_bound(root); at != nodes_.end() && at->first.starts_with(root);
       ++at) {
    const std::string name = at->first.substr(root.size());
    if (!name.empty() && name.find('/') == std::string::npos) {
      entries.push_back({name, at->second.type});
    }
  }
  return entries;
}

Result<std::string> FakeFileSystem::real_path(const std::string& path) const {
  int error = 0;
  if (find(path, true, error) == nullptr) return file_error("find", path, error);
  return resolve(path, true).path;
}

Result<std::string> FakeFileSystem::read_link(const std::string& path) const {
  int error = 0;
  const Node* node = find(path, false, error);
  if (node == nullptr) return file_error("read", path, error);
  if (node->type != FileType::kSymlink) return file_error("read", path, EINVAL);
  return node->content;
}

Status FakeFileSystem::write_file(const std::string& path, std::string_view content,
                                  uint32_t mode) {
  ++syncs_;
  if (const int error = begin_write()) return file_error("write", path, error);
  const Resolved resolved = resolve(path, true);
  if (resolved.error != 0) return file_error("write", path, resolved.error);
  const auto existing = nodes_.find(resolved.path);
  size_t freed = 0;
  if (existing != nodes_.end()) {
    if (existing->second.type == FileType::kDirectory) return file_error("write", path, EISDIR);
    if (existing->second.type == FileType::kOther) return file_error("write", path, ENODEV);
    mode = existing->second.mode;
    if ((mode & 0200) == 0) return file_error("write", path, EACCES);
    freed = existing->second.content.size();
  }
  if (const int error = check_parent(resolved.path)) return file_error("write", path, error);
  if (const int error = take_space(content.size(), freed)) return file_error("write", path, error);
  nodes_[resolved.path] = {FileType::kRegular, std::string(content), mode};
  return {};
}

Status FakeFileSystem::write_new_file(const std::string& path, std::string_view content,
                                      uint32_t mode) {
  if (const int error = create(path, {FileType::kRegular, std::string(content), mode})) {
    return file_error("write", path, error);
  }
  return {};
}

Status FakeFileSystem::make_symlink(const std::string& target, const std::string& path) {
  if (const int error = create(path, {FileType::kSymlink, target, 0777})) {
    return file_error("write", path, error);
  }
  return {};
}

Status FakeFileSystem::make_directories(const std::string& path) {
  std::string at = path.starts_with('/') ? "/" : "";
  for (const std::string_view part : split(path, '/')) {
    if (part.empty()) continue;
    at += at.empty() || at == "/" ? std::string(part) : "/" + std::string(part);
    int error = 0;
    const Node* node = find(at, true, error);
    if (node != nullptr && node->type == FileType::kDirectory) continue;
    error = node != nullptr ? EEXIST : error;
    if (error == ENOENT) error = create(at, {FileType::kDirectory, {}, 0755});
    if (error != 0) return file_error("make folder", path, error);
  }
  return {};
}

Result<std::string> FakeFileSystem::make_temporary_sibling(const std::string& path) {
  const Resolved resolved = resolve(path, false);
  if (resolved.error != 0) return file_error("write beside", path, resolved.error);
  const std::string folder = parent_of(resolved.path);
  const std::string name = resolved.path.substr(resolved.path.rfind('/') + 1);
  const std::string made = child_of(folder, "." + name + ".tizza-" + std::to_string(++temporary_));
  if (const int error = create(made, {FileType::kDirectory, {}, 0755})) {
    return file_error("write beside", path, error);
  }
  return made;
}

Status FakeFileSystem::rename_new(const std::string& from, const std::string& to) {
  ++syncs_;
  if (const int error = begin_write()) return file_error("write", to, error);
  const Resolved source = resolve(from, false);
  const Resolved target = resolve(to, false);
  if (!nodes_.contains(source.path)) return file_error("read", from, ENOENT);
  if (target.error != 0) return file_error("write", to, target.error);
  if (const auto existing = nodes_.find(target.path); existing != nodes_.end()) {
    const bool both_folders = existing->second.type == FileType::kDirectory &&
                              nodes_[source.path].type == FileType::kDirectory;
    if (!both_folders || !tree(target.path).empty()) return file_error("write", to, EEXIST);
  }
  if (const int error = check_parent(target.path)) return file_error("write", to, error);
  std::map<std::string, Node> moved;
  for (auto at = nodes_.begin(); at != nodes_.end();) {
    if (at->first == source.path || at->first.starts_with(source.path + "/")) {
      moved[target.path + at->first.substr(source.path.size())] = std::move(at->second);
      at = nodes_.erase(at);
    } else {
      ++at;
    }
  }
  for (auto& [path, node] : moved) nodes_[path] = std::move(node);
  return {};
}

Status FakeFileSystem::sync_tree(const std::string& path) {
  ++syncs_;
  int error = 0;
  if (find(path, true, error) == nullptr) return file_error("write", path, error);
  return {};
}

Status FakeFileSystem::remove_all(const std::string& path) {
  // Removing needs no room.
  const int failure = begin_write();
  if (failure != 0 && failure != ENOSPC) return file_error("remove", path, failure);
  const Resolved resolved = resolve(path, false);
  if (resolved.error != 0 || !nodes_.contains(resolved.path)) return {};
  if (const int error = check_parent(resolved.path)) return file_error("remove", path, error);
  std::erase_if(nodes_, [&](const auto& entry) {
    return entry.first == resolved.path || entry.first.starts_with(resolved.path + "/");
  });
  return {};
}

Result<std::unique_ptr<FileLock>> FakeFileSystem::lock(const std::string& path, bool wait) {
  const Resolved resolved = resolve(path, true);
  if (resolved.error != 0) return file_error("lock", path, resolved.error);
  if (locked_.contains(resolved.path)) {
    // Nobody else will ever free it here, so that waiting ends at once instead of never.
    if (wait) return file_error("lock", path, EDEADLK);
    return std::unique_ptr<FileLock>();
  }
  if (!nodes_.contains(resolved.path)) {
    if (const int error = create(resolved.path, {FileType::kRegular, {}, 0644})) {
      return file_error("lock", path, error);
    }
  }
  locked_.insert(resolved.path);
  return std::unique_ptr<FileLock>(std::make_unique<FakeFileLock>(*this, resolved.path));
}

Result<std::unique_ptr<AppendFile>> FakeFileSystem::open_append(const std::string& path) {
  const Resolved resolved = resolve(path, true);
  std::string absolute = resolved.path;
  int error = 0;
  const Node* node = find(path, true, error);
  if (node == nullptr && resolved.error == 0) {
    error = create(absolute, {FileType::kRegular, {}, 0644}, &absolute);
  } else if (node != nullptr && node->type == FileType::kDirectory) {
    error = EISDIR;
  } else if (node != nullptr && (node->mode & 0200) == 0) {
    error = EACCES;
  }
  if (error != 0) return file_error("write", path, error);
  return std::unique_ptr<AppendFile>(std::make_unique<FakeAppendFile>(*this, absolute));
}

}  // namespace tizza::testing
