#include "base/paths.hpp"

#include <gtest/gtest.h>

namespace tizza {
namespace {

TEST(Paths, JoinKeepsAbsoluteChildren) {
  EXPECT_EQ(join_path("a", "b"), "a/b");
  EXPECT_EQ(join_path("a/", "b"), "a/b");
  EXPECT_EQ(join_path("", "b"), "b");
  EXPECT_EQ(join_path(".", "b"), "b");
  EXPECT_EQ(join_path("a", "/b"), "/b");
  EXPECT_EQ(join_path("a", ""), "a");
}

TEST(Paths, ParentAndName) {
  EXPECT_EQ(parent_path("a/b"), "a");
  EXPECT_EQ(parent_path("/b"), "/");
  EXPECT_EQ(parent_path("b"), "");
  EXPECT_EQ(file_name("a/b"), "b");
  EXPECT_EQ(file_name("b"), "b");
}

TEST(Paths, NormalTakesDotsAway) {
  EXPECT_EQ(normal_path("a/./b/../c"), "a/c");
  EXPECT_EQ(normal_path("../../a"), "../../a");
  EXPECT_EQ(normal_path("/../a//b"), "/a/b");
  EXPECT_EQ(normal_path("a/.."), ".");
}

TEST(Paths, RelativeGoesUpAndDown) {
  EXPECT_EQ(relative_path("/w/a/b", "/w/a"), "b");
  EXPECT_EQ(relative_path("/w/x", "/w/a/b"), "../../x");
  EXPECT_EQ(relative_path("/w", "/w"), ".");
  EXPECT_EQ(relative_path("/w/a", "/"), "w/a");
}

}  // namespace
}  // namespace tizza
