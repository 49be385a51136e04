#include "scaffold/scratch.hpp"

#include "base/paths.hpp"

namespace tizza::scaffold {
namespace {

// How make_temporary_sibling() names what it makes: `.NAME.tizza-` and a number.
constexpr std::string_view kTemporaryMark = ".tizza-";
constexpr size_t kLongestName = 200;

}  // namespace

Result<std::vector<std::string>> scratch_folders(const FileReader& files, const std::string& path) {
  const std::string parent = parent_path(path);
  const std::string prefix =
      "." + file_name(path).substr(0, kLongestName) + std::string(kTemporaryMark);
  std::vector<std::string> found;
  if (!files.is_directory(parent)) return found;
  TIZZA_TRY(const auto entries, files.list(parent));
  for (const auto& entry : entries) {
    const bool is_scratch = entry.type == FileType::kDirectory && entry.name.starts_with(prefix);
    if (is_scratch) found.push_back(join_path(parent, entry.name));
  }
  return found;
}

}  // namespace tizza::scaffold
