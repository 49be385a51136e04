#include "playbook/library.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <array>

#include "base/embedded.hpp"
#include "base/near_names.hpp"
#include "base/paths.hpp"
#include "base/strings.hpp"

namespace tizza::playbook {
namespace {

constexpr std::string_view kBuiltInFolder = "playbooks/";
constexpr std::string_view kRepositoryFolder = "playbooks";
constexpr std::array<std::string_view, 4> kOriginNames = {"built-in", "registry", "repository",
                                                          "file"};

bool is_yaml(std::string_view name) {
  return name.ends_with(".yaml") || name.ends_with(".yml");
}

std::string without_ending(std::string_view name) {
  return std::string(name.substr(0, name.rfind('.')));
}

Result<LibraryEntry> read_entry(const FileReader& files, std::string name, Origin origin,
                                const std::string& path) {
  TIZZA_TRY(std::string text, files.read_file(path));
  return LibraryEntry{std::move(name), origin, path,
                      std::make_shared<Source>(path, std::move(text))};
}

void add_built_in(std::vector<LibraryEntry>& entries) {
  for (const EmbeddedFile& file : embedded_templates()) {
    if (!file.path.starts_with(kBuiltInFolder) || !is_yaml(file.path)) continue;
    std::string name = without_ending(file.path.substr(kBuiltInFolder.size()));
    std::string path = "built-in/" + name;
    auto source = std::make_shared<Source>(path, std::string(file.bytes));
    entries.push_back({std::move(name), Origin::kBuiltIn, std::move(path), std::move(source)});
  }
}

/// Reads one file into the library, or notes that it cannot be read.
void add_file(const FileReader& files, std::string name, Origin origin, const std::string& path,
              const Location& named_at, Library& library) {
  auto entry = read_entry(files, name, origin, path);
  if (entry.ok()) return library.entries.push_back(*std::move(entry));
  Error error = std::move(entry).error();
  error.diagnostic.at = named_at;
  library.unreadable.push_back({std::move(name), path, std::move(error)});
}

void add_registered(const FileReader& files, const registry::Registry& registry, Library& library) {
  for (const registry::Item& item : registry.items(registry::Kind::kPlaybook)) {
    const Node path = item.value["path"];
    // The path is relative to the file in which it stands, which an include may have elsewhere.
    const std::string folder = parent_path(item.value.document().path());
    add_file(files, item.name(), Origin::kRegistry, join_path(folder, std::string(path.text())),
             path.location(), library);
  }
}

void add_of_repository(const FileReader& files, Library& library) {
  const std::string folder(kRepositoryFolder);
  if (!files.is_directory(folder)) return;
  const auto names = files.list(folder);
  if (!names.ok()) return library.unreadable.push_back({folder, folder, names.error()});
  for (const DirectoryEntry& file : *names) {
    if (!is_yaml(file.name)) continue;
    const std::string path = join_path(folder, file.name);
    const bool is_registered =
        std::any_of(library.entries.begin(), library.entries.end(), [&](const LibraryEntry& entry) {
          return entry.origin == Origin::kRegistry && normal_path(entry.path) == path;
        });
    if (is_registered) continue;
    add_file(files, without_ending(file.name), Origin::kRepository, path, {}, library);
  }
}

bool is_path(std::string_view wanted) {
  return is_yaml(wanted) ||
         (wanted.find('/') != std::string_view::npos && !wanted.starts_with("built-in/"));
}

}  // namespace

std::string_view to_string(Origin origin) {
  return kOriginNames[static_cast<size_t>(origin)];
}

std::vector<Diagnostic> Library::warnings() const {
  std::vector<Diagnostic> warnings;
  for (const UnreadablePlaybook& playbook : unreadable) {
    Diagnostic warning = playbook.error.diagnostic;
    warning.severity = Severity::kWarn;
    warning.message =
        fmt::format("playbook `{}` cannot be used: {}", playbook.path, warning.message);
    warnings.push_back(std::move(warning));
  }
  return warnings;
}

Library list_playbooks(const FileReader& files, const registry::Registry* registry) {
  Library library;
  add_built_in(library.entries);
  if (registry != nullptr) add_registered(files, *registry, library);
  add_of_repository(files, library);
  std::stable_sort(library.entries.begin(), library.entries.end(),
                   [](const auto& a, const auto& b) { return a.name < b.name; });
  return library;
}

Result<LibraryEntry> find_playbook(const FileReader& files, const registry::Registry* registry,
                                   const std::string& wanted) {
  const Library library = list_playbooks(files, registry);
  std::vector<const LibraryEntry*> found;
  std::vector<std::string> names;
  for (const LibraryEntry& entry : library.entries) {
    names.push_back(entry.name);
    if (entry.path == normal_path(wanted)) return entry;
    if (entry.name == wanted) found.push_back(&entry);
  }
  if (found.size() == 1) return *found.front();
  if (found.size() > 1) {
    std::vector<std::string> paths;
    for (const LibraryEntry* entry : found) paths.push_back(entry->path);
    return failure("playbook", fmt::format("{} playbooks are called `{}`", found.size(), wanted),
                   "give the one that is meant: " + quoted_list(paths, "or"));
  }
  for (const UnreadablePlaybook& playbook : library.unreadable) {
    if (playbook.name == wanted || playbook.path == normal_path(wanted)) return playbook.error;
  }
  if (is_path(wanted)) return read_entry(files, wanted, Origin::kFile, wanted);
  std::string help = near_names_help(wanted, names);
  if (help.empty()) help = "list them: tizza playbook list";
  return failure("playbook", fmt::format("there is no playbook `{}`", wanted), std::move(help));
}

}  // namespace tizza::playbook
