#include "spec/inputs.hpp"

#include <unordered_map>

#include "base/paths.hpp"
#include "base/strings.hpp"
#include "text/file_glob.hpp"

namespace tizza::spec {
namespace {

constexpr int kMostFolders = 100;  // within one another

bool has_description_ending(std::string_view name) {
  return name.ends_with(".yaml") || name.ends_with(".yml") || name.ends_with(".json");
}

class Finder {
 public:
  explicit Finder(const FileReader& files) : files_(files) {}

  void add(const std::string& argument) {
    const std::string path = normal_path(argument);
    const auto info = files_.info(path);
    if (info && info->type == FileType::kDirectory) return add_folder(path, 0);
    if (!info && is_glob(argument)) return add_matches(argument);
    add_file(path, true);  // what cannot be read is said by whoever reads it
  }

  Inputs take() { return std::move(found_); }

 private:
  void add_file(const std::string& path, bool is_named) {
    const auto [known, is_new] = index_.emplace(path, found_.files.size());
    if (is_new) {
      found_.files.push_back({path, is_named, nullptr});
    } else if (is_named) {
      found_.files[known->second].is_named = true;
    }
  }

  void add_folder(const std::string& folder, int depth) {
    auto entries = files_.list(folder);
    if (!entries.ok()) return fail(entries.error());
    for (const DirectoryEntry& entry : *entries) {
      const std::string path = join_path(folder == "." ? "" : folder, entry.name);
      if (entry.type == FileType::kDirectory) {
        const bool is_skipped = entry.name.starts_with('.') || entry.name == "node_modules";
        if (!is_skipped && depth < kMostFolders) add_folder(path, depth + 1);
      } else if (has_description_ending(entry.name)) {
        const auto info = files_.info(path);
        if (info && info->type == FileType::kRegular) add_file(path, false);
      }
    }
  }

  void add_matches(const std::string& pattern) {
    auto matches = find_files(files_, "", pattern);
    if (!matches.ok()) return fail(matches.error());
    if (matches->empty()) {
      return fail(file_failure("file", pattern, "no file matches `" + pattern + "`"));
    }
    for (const auto& path : *matches) add_file(normal_path(path), false);
  }

  void fail(const Error& error) { found_.errors.push_back(error.diagnostic); }

  const FileReader& files_;
  Inputs found_;
  StringMap<size_t> index_;
};

}  // namespace

Inputs find_inputs(const FileReader& files, const std::vector<std::string>& arguments) {
  Finder finder(files);
  for (const auto& argument : arguments) finder.add(argument);
  return finder.take();
}

}  // namespace tizza::spec
