#include "spec/path_between.hpp"

#include <gtest/gtest.h>

namespace tizza::spec {
namespace {

TEST(PathFrom, SaysHowAFileIsCalledInAFolder) {
  EXPECT_EQ(path_from("", "api/a.yaml"), "api/a.yaml");
  EXPECT_EQ(path_from(".", "api/a.yaml"), "api/a.yaml");
  EXPECT_EQ(path_from("api", "api/a.yaml"), "a.yaml");
  EXPECT_EQ(path_from("/x", "/x/api/a.yaml"), "api/a.yaml");
  EXPECT_EQ(path_from("b", "a.yaml"), "../a.yaml");
}

TEST(PathFrom, LeavesWhatIsRelativeToAnotherPlace) {
  EXPECT_EQ(path_from("/x", "a.yaml"), "a.yaml");
  EXPECT_EQ(path_from("x", "/a.yaml"), "/a.yaml");
}

}  // namespace
}  // namespace tizza::spec
