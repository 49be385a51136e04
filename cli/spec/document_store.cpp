#include "spec/document_store.hpp"

#include "base/paths.hpp"
#include "text/reader.hpp"

namespace tizza::spec {
namespace {

// Merge keys are common in API files although YAML 1.2 dropped them.
constexpr ReadOptions kReadOptions = {.merge_keys = true};

Result<DocumentPtr> read(const FileReader& files, const std::string& path, bool any_file) {
  const auto info = files.info(path);
  if (!any_file && info && info->type != FileType::kRegular) {
    const bool is_folder = info->type == FileType::kDirectory;
    return file_failure("file", path,
                        "`" + path + "` is " + (is_folder ? "a folder" : "no regular file"));
  }
  TIZZA_TRY(std::string text, any_file ? files.read_input(path) : files.read_file(path));
  return read_document(std::make_shared<const Source>(path, std::move(text)), kReadOptions);
}

Result<DocumentPtr> read_url(RemoteFiles& remote, const std::string& url) {
  TIZZA_TRY(std::string text, remote.read(url));
  return read_document(std::make_shared<const Source>(url, std::move(text)), kReadOptions);
}

}  // namespace

DocumentStore::Entry& DocumentStore::entry(const std::string& path) {
  const std::lock_guard lock(mutex_);
  auto& found = entries_[path];
  if (!found) found = std::make_unique<Entry>();
  return *found;
}

std::vector<std::string> DocumentStore::paths() {
  const std::lock_guard lock(mutex_);
  std::vector<std::string> paths;
  for (const auto& [path, entry] : entries_) paths.push_back(path);
  return paths;
}

const Result<DocumentPtr>& DocumentStore::load(const std::string& path, bool any_file) {
  Entry& loaded = entry(path);
  std::call_once(loaded.once, [&] {
    const bool is_remote = remote_ && is_url(path);
    loaded.document.emplace(is_remote ? read_url(*remote_, path) : read(files_, path, any_file));
  });
  return *loaded.document;
}

const Result<DocumentPtr>& DocumentStore::put(const std::string& path, std::string text) {
  Entry& made = entry(path);
  std::call_once(made.once, [&] {
    made.document.emplace(
        read_document(std::make_shared<const Source>(path, std::move(text)), kReadOptions));
  });
  return *made.document;
}

const StringMap<std::string>& DocumentStore::names_in(const std::string& folder) {
  const std::lock_guard lock(mutex_);
  const auto [known, is_new] = folders_.try_emplace(folder);
  if (!is_new) return known->second;
  const auto entries = files_.list(folder.empty() ? "." : folder);
  if (!entries.ok()) return known->second;
  for (const DirectoryEntry& entry : *entries) {
    known->second.emplace(to_lower(entry.name), entry.name);
  }
  return known->second;
}

std::optional<std::string> DocumentStore::in_other_case(const std::string& path) {
  std::string reached = path.starts_with('/') ? "/" : "";
  for (const std::string_view part : split(path, '/')) {
    if (part.empty()) continue;
    std::string next = join_path(reached, std::string(part));
    if (!files_.exists(next)) {
      const auto& names = names_in(reached);
      const auto name = names.find(to_lower(part));
      if (name == names.end()) return std::nullopt;
      next = join_path(reached, name->second);
    }
    reached = std::move(next);
  }
  return reached == path ? std::nullopt : std::optional(reached);
}

}  // namespace tizza::spec
