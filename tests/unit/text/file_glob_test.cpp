#include "text/file_glob.hpp"

#include <gtest/gtest.h>

#include "support/fake_file_system.hpp"

namespace tizza {
namespace {

using Names = std::vector<std::string>;

TEST(GlobMatches, StopsStarsAtSlashes) {
  EXPECT_TRUE(glob_matches("teams/*.yaml", "teams/culinary.yaml"));
  EXPECT_FALSE(glob_matches("teams/*.yaml", "teams/old/culinary.yaml"));
  EXPECT_FALSE(glob_matches("*.yaml", "a.yml"));
  EXPECT_TRUE(glob_matches("a?c", "abc"));
  EXPECT_FALSE(glob_matches("a?c", "a/c"));
}

TEST(GlobMatches, LetsTwoStarsTakeAnyParts) {
  EXPECT_TRUE(glob_matches("**/*.yaml", "a.yaml"));
  EXPECT_TRUE(glob_matches("**/*.yaml", "x/y/a.yaml"));
  EXPECT_TRUE(glob_matches("x/**/a.yaml", "x/a.yaml"));
  EXPECT_TRUE(glob_matches("x/**", "x/y/z"));
  EXPECT_FALSE(glob_matches("x/**", "y/z"));
}

TEST(GlobMatches, KnowsClassesAndAlternatives) {
  EXPECT_TRUE(glob_matches("[a-c]1", "b1"));
  EXPECT_FALSE(glob_matches("[!a-c]1", "b1"));
  EXPECT_TRUE(glob_matches("[]x]", "]"));
  EXPECT_FALSE(glob_matches("[a", "a"));
  EXPECT_TRUE(glob_matches("*.{yaml,yml}", "a.yml"));
  EXPECT_TRUE(glob_matches("{a,b{c,d}}", "bd"));
  EXPECT_FALSE(glob_matches("*.{yaml,yml}", "a.json"));
}

TEST(GlobMatches, StaysLinearWhereBacktrackingWouldNot) {
  EXPECT_FALSE(glob_matches("*a*a*a*a*a*a*a*a*a*a*b", std::string(5000, 'a')));
  EXPECT_FALSE(glob_matches("**/**/**/**/**/**/x", "a/a/a/a/a/a/a/a/a/a/a/a/a/a/a/a"));
}

TEST(GlobMatches, LeavesHiddenNamesToPatternsThatNameThem) {
  EXPECT_FALSE(glob_matches("*", ".git"));
  EXPECT_FALSE(glob_matches("**/config", ".git/config"));
  EXPECT_TRUE(glob_matches(".g*/config", ".git/config"));
}

class FindFiles : public ::testing::Test {
 protected:
  FindFiles() {
    for (const char* path : {"r/teams/b.yaml", "r/teams/a.yaml", "r/teams/old/c.yaml",
                             "r/readme.md", "r/.git/x.yaml", "other/d.yaml"}) {
      files_.add(path, "");
    }
  }
  Names find(const std::string& pattern) {
    auto found = find_files(files_, "r", pattern);
    EXPECT_TRUE(found.ok());
    return found.ok() ? *found : Names{};
  }
  testing::FakeFileSystem files_;
};

TEST_F(FindFiles, SortsWhatItFinds) {
  EXPECT_EQ(find("teams/*.yaml"), (Names{"teams/a.yaml", "teams/b.yaml"}));
  EXPECT_EQ(find("**/*.yaml"), (Names{"teams/a.yaml", "teams/b.yaml", "teams/old/c.yaml"}));
}

TEST_F(FindFiles, FollowsLiteralPartsUpwards) {
  EXPECT_EQ(find("../other/*.yaml"), (Names{"../other/d.yaml"}));
  EXPECT_EQ(find("readme.md"), (Names{"readme.md"}));
}

TEST_F(FindFiles, FindsNothingInAFolderThatIsNotThere) {
  EXPECT_EQ(find("nowhere/*"), Names{});
}

}  // namespace
}  // namespace tizza
