#include "spec/bundle.hpp"

#include <gtest/gtest.h>

#include "support/fake_file_system.hpp"

namespace tizza::spec {
namespace {

/// Each schema holds the next one twice: replaced, the references double with every level.
std::string doubling(size_t levels) {
  std::string text =
      "openapi: 3.0.3\ninfo: {title: A, version: '1'}\npaths: {}\n"
      "components:\n  schemas:\n";
  for (size_t i = 1; i < levels; ++i) {
    const std::string next = "{$ref: '#/components/schemas/S" + std::to_string(i + 1) + "'}";
    text += "    S" + std::to_string(i) + ": {allOf: [" + next + ", " + next + "]}\n";
  }
  return text + "    S" + std::to_string(levels) + ": {type: object}\n";
}

Result<Bundled> dereferenced(const std::string& text, size_t most_values) {
  testing::FakeFileSystem files;
  EXPECT_TRUE(files.write_file("api.yaml", text).ok());
  DocumentStore store(files);
  TIZZA_TRY(const auto opened, open_description("api.yaml", store));
  return bundle(opened, {.dereference = true, .most_values = most_values});
}

TEST(Bundle, PutsWhatReferencesNameInTheirPlace) {
  const auto bundled = dereferenced(doubling(3), 1000);
  ASSERT_TRUE(bundled.ok());
  EXPECT_EQ(bundled->text.find("$ref"), std::string::npos) << bundled->text;
}

TEST(Bundle, StopsWhereItWouldGrowWithoutEnd) {
  const auto bundled = dereferenced(doubling(40), 1000);
  ASSERT_FALSE(bundled.ok());
  EXPECT_EQ(bundled.error().diagnostic.rule, "too-large");
  EXPECT_EQ(bundled.error().diagnostic.message, "the bundle would hold more than 1000 values");
}

}  // namespace
}  // namespace tizza::spec
