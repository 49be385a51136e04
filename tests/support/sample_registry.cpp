#include "support/sample_registry.hpp"

#include <filesystem>
#include <fstream>
#include <iterator>

#include "base/paths.hpp"
#include "support/source_dir.hpp"

namespace tizza::testing {

std::map<std::string, std::string> sample_registry() {
  const std::filesystem::path sample = source_dir() + "/tests/support/samples/tizza";
  std::map<std::string, std::string> files;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(sample)) {
    if (!entry.is_regular_file()) continue;
    std::ifstream file(entry.path(), std::ios::binary);
    files[entry.path().lexically_relative(sample).string()] =
        std::string(std::istreambuf_iterator<char>(file), {});
  }
  return files;
}

void add_sample_registry(FakeFileSystem& files, const std::string& folder) {
  for (const auto& [path, text] : sample_registry()) files.add(join_path(folder, path), text);
}

}  // namespace tizza::testing
