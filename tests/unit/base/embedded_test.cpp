#include "base/embedded.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "support/source_dir.hpp"

namespace tizza {
namespace {

namespace fs = std::filesystem;

std::string read(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  return std::string((std::istreambuf_iterator<char>(file)), {});
}

void expect_equal_to_folder(std::span<const EmbeddedFile> files, const std::string& folder) {
  const fs::path root = fs::path(testing::source_dir()) / folder;
  size_t on_disk = 0;
  for (const auto& entry : fs::recursive_directory_iterator(root)) {
    if (entry.is_regular_file()) ++on_disk;
  }
  EXPECT_EQ(files.size(), on_disk);
  for (const EmbeddedFile& file : files) {
    const fs::path path = root / file.path;
    EXPECT_EQ(file.bytes, read(path)) << path;
    const auto bit = fs::status(path).permissions() & fs::perms::owner_exec;
    EXPECT_EQ(file.mode, bit == fs::perms::none ? 0644u : 0755u) << path;
  }
}

TEST(Embedded, FoldersAreCarriedByteForByte) {
  expect_equal_to_folder(embedded_schemas(), "registry-schema");
  expect_equal_to_folder(embedded_templates(), "templates");
}

TEST(Embedded, FindsAPathOrNothing) {
  for (const EmbeddedFile& file : embedded_schemas()) {
    EXPECT_EQ(find_embedded(embedded_schemas(), file.path), &file);
  }
  EXPECT_EQ(find_embedded(embedded_schemas(), "absent"), nullptr);
}

}  // namespace
}  // namespace tizza
