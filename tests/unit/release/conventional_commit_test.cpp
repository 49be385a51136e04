#include "release/conventional_commit.hpp"

#include <gtest/gtest.h>

namespace tizza::release {
namespace {

TEST(ConventionalCommit, ReadsTypeScopeAndDescription) {
  const auto commit = read_conventional_commit("Feat(api): add likes \n\nWhy it is so.\n");
  ASSERT_TRUE(commit);
  EXPECT_EQ(commit->type, "feat");
  EXPECT_EQ(commit->scope, "api");
  EXPECT_EQ(commit->description, "add likes");
  EXPECT_FALSE(commit->is_breaking());
}

TEST(ConventionalCommit, SeesWhatBreaks) {
  EXPECT_EQ(read_conventional_commit("fix!: drop ids")->breaking, "drop ids");
  EXPECT_EQ(
      read_conventional_commit("fix(a)!: x\n\nBREAKING CHANGE: ids are\n texts now\n\nRefs: 1")
          ->breaking,
      "ids are texts now");
  EXPECT_EQ(read_conventional_commit("chore: x\n\nBREAKING-CHANGE: y")->breaking, "y");
  EXPECT_FALSE(read_conventional_commit("fix: x\n\nno BREAKING CHANGE: here")->is_breaking());
  EXPECT_FALSE(read_conventional_commit("fix: x\n\nbreaking change: here")->is_breaking());
}

TEST(ConventionalCommit, LeavesOtherMessagesAlone) {
  for (const char* message : {"", "Add likes", "feat add", "feat:add", "feat: ", "feat(api: x",
                              ": x", "Merge branch 'feat: x'", "a b: c", "feat (api): x"}) {
    EXPECT_FALSE(read_conventional_commit(message)) << message;
  }
}

TEST(ConventionalCommit, FindsWhatIsTakenBack) {
  EXPECT_EQ(reverted_commits("Revert \"feat: x\"\n\nThis reverts commit 1234567abc.\n"),
            std::vector<std::string>{"1234567abc"});
  EXPECT_EQ(reverted_commits("revert: x\n\nRefs: 1234567, abcdef0"),
            (std::vector<std::string>{"1234567", "abcdef0"}));
  EXPECT_TRUE(reverted_commits("feat: x\n\nRefs: 1234567").empty());
  EXPECT_TRUE(reverted_commits("This reverts commit 123.").empty());
}

GitCommit commit(std::string id, std::string message) {
  GitCommit made;
  made.id = std::move(id);
  made.message = std::move(message);
  return made;
}

TEST(Changes, WeighByType) {
  auto types = usual_commit_types();
  types["docs"] = Level::kPatch;
  const auto changes = changes_of({commit("c", "docs: a"), commit("b", "fix: b"),
                                   commit("a", "feat: c"), commit("9", "Tidy up")},
                                  types);
  ASSERT_EQ(changes.size(), 4u);
  EXPECT_EQ(changes[0].level, Level::kPatch);
  EXPECT_EQ(changes[3].level, Level::kNone);
  EXPECT_EQ(weightiest(changes)->commit, "a");
  EXPECT_EQ(weightiest({changes[3]}), nullptr);
}

TEST(Changes, ForgetWhatWasTakenBack) {
  const auto changes = changes_of(
      {commit("3333333", "fix: z"), commit("2222222", "Revert x\n\nThis reverts commit 1111111."),
       commit("11111110", "feat!: x")},
      usual_commit_types());
  ASSERT_EQ(changes.size(), 1u);
  EXPECT_EQ(changes[0].subject, "fix: z");
}

TEST(Changes, BringBackWhatWasTakenBackTwice) {
  const auto changes = changes_of(
      {commit("3333333", "Revert y\n\nThis reverts commit 2222222."),
       commit("2222222", "Revert x\n\nThis reverts commit 1111111."), commit("1111111", "feat: x")},
      usual_commit_types());
  ASSERT_EQ(changes.size(), 1u);
  EXPECT_EQ(changes[0].level, Level::kMinor);
}

TEST(Changes, CountTheRevertOfAReleaseAsAPatch) {
  const auto changes = changes_of({commit("2222222", "Revert x\n\nThis reverts commit 1111111.")},
                                  usual_commit_types());
  EXPECT_EQ(changes[0].level, Level::kPatch);
}

TEST(Level, HasAName) {
  for (const Level level : {Level::kNone, Level::kPatch, Level::kMinor, Level::kMajor}) {
    EXPECT_EQ(level_named(to_string(level)), level);
  }
  EXPECT_EQ(level_named("huge"), std::nullopt);
}

}  // namespace
}  // namespace tizza::release
