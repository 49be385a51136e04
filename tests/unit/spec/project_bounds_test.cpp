#include "spec/project_bounds.hpp"

#include <gtest/gtest.h>

#include "support/fake_file_system.hpp"

namespace tizza::spec {
namespace {

TEST(ProjectBounds, AreThoseOfTheRepository) {
  testing::FakeFileSystem files;
  files.add("/src/shop/.git/HEAD", "");
  files.add("/src/shop/pizza/swagger.yaml", "");
  files.add("/src/shop/shared/common.yaml", "");
  files.add("/src/other/common.yaml", "");
  ProjectBounds bounds(files);
  const std::string description = "/src/shop/pizza/swagger.yaml";
  EXPECT_FALSE(bounds.leave_out(description, "/src/shop/shared/common.yaml"));
  EXPECT_TRUE(bounds.leave_out(description, "/src/other/common.yaml"));
  EXPECT_TRUE(bounds.leave_out(description, "/src/shop2/common.yaml"));
}

TEST(ProjectBounds, AreElseThoseOfTheWorkingDirectory) {
  testing::FakeFileSystem files;
  files.add("api/swagger.yaml", "");
  files.add("common/pizza.yaml", "");
  files.add("/etc/passwd", "");
  files.add("/elsewhere/swagger.yaml", "");
  ProjectBounds bounds(files);
  EXPECT_FALSE(bounds.leave_out("api/swagger.yaml", "common/pizza.yaml"));
  EXPECT_TRUE(bounds.leave_out("api/swagger.yaml", "../etc/passwd"));
  EXPECT_TRUE(bounds.leave_out("/elsewhere/swagger.yaml", "common/pizza.yaml"));
  EXPECT_FALSE(bounds.leave_out("<stdin>", "common/pizza.yaml"));
}

TEST(ProjectBounds, AreNotLeftByALink) {
  testing::FakeFileSystem files;
  files.add("swagger.yaml", "");
  files.add("/etc/passwd", "");
  files.add_symlink("pizza.yaml", "/etc/passwd");
  EXPECT_TRUE(ProjectBounds(files).leave_out("swagger.yaml", "pizza.yaml"));
}

}  // namespace
}  // namespace tizza::spec
