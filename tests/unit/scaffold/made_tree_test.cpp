#include "scaffold/made_tree.hpp"

#include <gtest/gtest.h>

#include "base/git_blob.hpp"

namespace tizza::scaffold {
namespace {

TEST(MadeTree, GivesTheIdsThatGitGives) {
  // As `git hash-object` has them, with either kind of names.
  EXPECT_EQ(git_blob_id("", kSha1Digits), "e69de29bb2d1d6434b8b29ae775ad8c2e48c5391");
  EXPECT_EQ(git_blob_id("hello\n", kSha1Digits), "ce013625030ba8dba906f756967f9e9ca394464a");
  EXPECT_EQ(git_blob_id("", kSha256Digits),
            "473a0f4c3be8a93681a267e3b1e9a7dcda1185436fe141f7749120a303721813");
}

TEST(MadeTree, KnowsModesAndLinks) {
  const Project project = {
      {"a", "x", 0644, false}, {"b", "x", 0755, false}, {"c", "a", 0644, true}};
  const TreeEntries entries = made_entries(project, kSha1Digits);
  ASSERT_EQ(entries.size(), 3u);
  EXPECT_EQ(entries[0].mode, 0100644u);
  EXPECT_EQ(entries[1].mode, 0100755u);
  EXPECT_EQ(entries[2].mode, 0120000u);
}

TEST(MadeTree, TakesAnythingInThePlaceOfASecret) {
  EXPECT_TRUE(is_same_but_secrets("a\nkey=<secret:key>\nb\n", "a\nkey=abc\nb\n"));
  EXPECT_TRUE(is_same_but_secrets("<secret:a>:<secret:b>", "x:y"));
  EXPECT_TRUE(is_same_but_secrets("key=<secret:key>", "key="));
  EXPECT_TRUE(is_same_but_secrets("nothing", "nothing"));
  EXPECT_FALSE(is_same_but_secrets("a\nkey=<secret:key>\nb\n", "a\nkey=abc\nmore\nb\n"));
  EXPECT_FALSE(is_same_but_secrets("key=<secret:key>!", "key=abc"));
  EXPECT_FALSE(is_same_but_secrets("key=<secret:key>\n", "name=abc\n"));
  EXPECT_FALSE(is_same_but_secrets("nothing", "something"));
}

}  // namespace
}  // namespace tizza::scaffold
