#include "spec/document_store.hpp"

#include <algorithm>

#include "base/paths.hpp"
#include "base/utf8.hpp"
#include "text/reader.hpp"

namespace tizza::spec {
namespace {

// Merge keys are common in API files although YAML 1.2 dropped them.
constexpr ReadOptions kReadOptions = {.merge_keys = true};

// Programs and pictures show what they are at their start.
constexpr size_t kBytesToTell = 8000;

bool is_control(char c) {
  constexpr std::string_view kOfText = "\t\n\v\f\r\x1B";
  return static_cast<unsigned char>(c) < 0x20 && kOfText.find(c) == std::string_view::npos;
}

/// Whether this is a picture, an archive and the like rather than text in some encoding: that has
/// no control characters, save for the zeros of UTF-16.
bool is_no_text(std::string_view text) {
  const std::string_view start = text.substr(0, kBytesToTell);
  const bool is_utf16 = start.starts_with("\xFF\xFE") || start.starts_with("\xFE\xFF");
  if (is_utf16 || std::ranges::none_of(start, is_control)) return false;
  const size_t invalid = utf8::find_invalid(start);
  const bool is_cut = start.size() < text.size() && invalid + 4 > start.size();
  return invalid != std::string_view::npos && !is_cut;
}

Result<DocumentPtr> read_text(const std::string& path, std::string text) {
  if (is_no_text(text)) {
    return file_failure("encoding", path, "`" + path + "` is no text file",
                        "give a description in YAML or JSON");
  }
  return read_document(std::make_shared<const Source>(path, std::move(text)), kReadOptions);
}

Result<DocumentPtr> read(const FileReader& files, const std::string& path, bool any_file) {
  const auto info = files.info(path);
  if (!any_file && info && info->type != FileType::kRegular) {
    const bool is_folder = info->type == FileType::kDirectory;
    return file_failure("file", path,
                        "`" + path + "` is " + (is_folder ? "a folder" : "no regular file"));
  }
  TIZZA_TRY(std::string text, any_file ? files.read_input(path) : files.read_file(path));
  return read_text(path, std::move(text));
}

Result<DocumentPtr> read_url(RemoteFiles& remote, const std::string& url) {
  TIZZA_TRY(std::string text, remote.read(url));
  return read_text(url, std::move(text));
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
  std::call_once(made.once, [&] { made.document.emplace(read_text(path, std::move(text))); });
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
