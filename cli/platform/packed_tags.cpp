#include "platform/packed_tags.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "base/strings.hpp"

namespace tizza::platform {
namespace {

constexpr std::string_view kTags = "refs/tags/";

std::string read_whole(const std::string& path) {
  const std::ifstream file(path, std::ios::binary);
  std::ostringstream text;
  if (file) text << file.rdbuf();
  return std::move(text).str();
}

}  // namespace

std::optional<std::vector<PackedTag>> read_packed_tags(const std::string& git_directory) {
  const std::string text = read_whole(git_directory + "/packed-refs");
  std::vector<PackedTag> tags;
  if (text.empty()) return tags;
  const std::string_view head = std::string_view(text).substr(0, text.find('\n'));
  if (!head.starts_with("# pack-refs with:")) return std::nullopt;
  for (const std::string_view trait : {" fully-peeled", " sorted"}) {
    if (head.find(trait) == std::string_view::npos) return std::nullopt;
  }
  bool is_tag = false;  // the ref to which `^` belongs
  for (const auto line : split_lines(text)) {
    if (line.starts_with('^')) {
      if (is_tag) tags.back().peeled = line.substr(1);
      continue;
    }
    const size_t blank = line.find(' ');
    is_tag = blank != std::string_view::npos && line.substr(blank + 1).starts_with(kTags);
    if (!is_tag) continue;
    tags.push_back({std::string(line.substr(blank + 1 + kTags.size())),
                    std::string(line.substr(0, blank)),
                    {}});
  }
  return tags;
}

std::vector<std::string> loose_tags(const std::string& git_directory) {
  namespace fs = std::filesystem;
  std::vector<std::string> names;
  std::error_code error;
  const fs::path folder = git_directory + "/refs/tags";
  for (fs::recursive_directory_iterator at(folder, error), end; !error && at != end;
       at.increment(error)) {
    std::error_code ignored;
    const std::string name = at->path().lexically_relative(folder).string();
    if (at->is_regular_file(ignored) && !name.ends_with(".lock")) names.push_back(name);
  }
  std::sort(names.begin(), names.end());
  return names;
}

}  // namespace tizza::platform
