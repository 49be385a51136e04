#include "release/tag_run.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "support/fake_git.hpp"

namespace tizza::release {
namespace {

using testing::FakeGit;

const std::string kHead = "aaaaaaaaaaaa";
const std::string kObject = "cccccccccccc";

class TagRunTest : public ::testing::Test {
 protected:
  TagRunTest() {
    git_.add({});
    plan_.packages = {{.tag = "1.4.0"}};
    plan_.commit = kHead;
    git_.answer("tag *", {0, ""});
    git_.answer("rev-parse *", {0, kObject + "\n"});
    git_.answer("update-ref *", {0, ""});
    git_.answer("push *", {0, "*\trefs/tags/1.4.0:refs/tags/1.4.0\t[new tag]\n"});
  }

  void push_fails(std::string output, std::string errors) {
    git_.answer("push --porcelain *", {1, std::move(output), std::move(errors)});
  }
  void remote_has(std::string refs) { git_.answer("ls-remote *", {0, std::move(refs)}); }

  Result<TagResult> run() { return run_tag(*Repository::open(git_, ".", false), plan_); }

  bool ran(const std::string& line) const {
    const auto log = git_.log();
    return std::find(log.begin(), log.end(), line) != log.end();
  }

  static std::vector<std::string> notes(const Error& error) {
    std::vector<std::string> texts;
    for (const Note& note : error.diagnostic.notes) texts.push_back(note.message);
    return texts;
  }

  const std::string removal_ = "update-ref -d refs/tags/1.4.0 " + kObject;
  const std::string rejection_ = "!\trefs/tags/1.4.0:refs/tags/1.4.0\t[remote rejected] (no)\n";
  FakeGit git_;
  TagPlan plan_;
};

using Texts = std::vector<std::string>;

TEST_F(TagRunTest, TagsTheCommitAndPushesTheTag) {
  EXPECT_EQ(*run(), TagResult::kReleased);
  EXPECT_EQ(git_.log().front(), "tag -a -m 'Release 1.4.0' -- 1.4.0 " + kHead);
  EXPECT_TRUE(git_.log().back().starts_with("push --porcelain --atomic"));
}

TEST_F(TagRunTest, PushesATagThatIsHereWithoutMakingIt) {
  plan_.packages[0].work = TagWork::kPush;
  EXPECT_EQ(*run(), TagResult::kReleased);
  EXPECT_EQ(git_.log().size(), 1u);
}

TEST_F(TagRunTest, DoesNothingWhereNothingIsLeft) {
  plan_.packages[0].work = TagWork::kNothing;
  EXPECT_EQ(*run(), TagResult::kAlreadyReleased);
  EXPECT_TRUE(git_.log().empty());
}

TEST_F(TagRunTest, TakesTheTagBackWhereTheServerRefusesIt) {
  push_fails(rejection_, "remote: not here\n");
  remote_has("");
  const auto result = run();
  ASSERT_FALSE(result.ok());
  EXPECT_EQ(result.error().verdict, Verdict::kNegative);
  EXPECT_EQ(result.error().diagnostic.message, "`origin` did not take the tag `1.4.0`: not here");
  EXPECT_EQ(notes(result.error()), Texts{"the local tag `1.4.0` is removed again"});
  EXPECT_TRUE(ran(removal_));
}

TEST_F(TagRunTest, KeepsATagThatSomebodyElseMade) {
  plan_.packages[0].work = TagWork::kPush;
  push_fails(rejection_, "");
  remote_has("");
  const auto result = run();
  ASSERT_FALSE(result.ok());
  EXPECT_TRUE(notes(result.error()).empty());
  EXPECT_FALSE(ran(removal_));
}

TEST_F(TagRunTest, SeesThatTheServerTookItBeforeTheConnectionBroke) {
  push_fails("", "fatal: the remote end hung up unexpectedly\n");
  remote_has(kObject + "\trefs/tags/1.4.0\n" + kHead + "\trefs/tags/1.4.0^{}\n");
  EXPECT_EQ(*run(), TagResult::kReleased);
  EXPECT_FALSE(ran(removal_));
}

TEST_F(TagRunTest, YieldsToAnotherCallThatWasFaster) {
  push_fails("!\trefs/tags/1.4.0:refs/tags/1.4.0\t[rejected] (already exists)\n", "");
  remote_has("dddd\trefs/tags/1.4.0\n" + kHead + "\trefs/tags/1.4.0^{}\n");
  EXPECT_EQ(*run(), TagResult::kAlreadyReleased);
  EXPECT_TRUE(ran(removal_));
}

TEST_F(TagRunTest, SaysWhereItCouldNotFindOut) {
  push_fails("", "fatal: unable to access 'x'\n");
  git_.answer("ls-remote *", {128, "", "fatal: unable to access 'x'\n"});
  const auto result = run();
  ASSERT_FALSE(result.ok());
  EXPECT_EQ(result.error().verdict, Verdict::kCouldNotRun);
  EXPECT_EQ(notes(result.error()), (Texts{"whether it arrived could not be found out",
                                          "the local tag `1.4.0` is removed again"}));
}

TEST_F(TagRunTest, TreatsAPushThatRanOutOfTimeAlike) {
  git_.answer("push --porcelain *", [](const GitRequest&) {
    return Result<GitOutcome>(failure("git", "`git push` did not end within 120 s"));
  });
  remote_has("");
  const auto result = run();
  ASSERT_FALSE(result.ok());
  EXPECT_EQ(result.error().verdict, Verdict::kCouldNotRun);
  EXPECT_TRUE(ran(removal_));
}

TEST_F(TagRunTest, SaysThatATagIsLeftWhereItCannotBeRemoved) {
  push_fails(rejection_, "");
  remote_has("");
  git_.answer("update-ref -d *", {128, "", "fatal: cannot lock ref\n"});
  const auto result = run();
  ASSERT_FALSE(result.ok());
  EXPECT_EQ(notes(result.error()), Texts{"the local tag `1.4.0` is still there: cannot remove the "
                                         "tag `1.4.0`: cannot lock ref"});
}

TEST_F(TagRunTest, PushesNothingWhereTheTagCannotBeMade) {
  git_.answer("tag -a *", {128, "", "error: gpg failed to sign the data\n"});
  const auto result = run();
  ASSERT_FALSE(result.ok());
  EXPECT_EQ(result.error().diagnostic.message,
            "cannot make the tag `1.4.0`: gpg failed to sign the data");
  EXPECT_EQ(git_.log().size(), 1u);
}

TEST_F(TagRunTest, PushesTheTagsOfSeveralPackagesTogether) {
  plan_.packages = {{.name = "auth", .tag = "auth-1.4.0"},
                    {.name = "likes", .tag = "likes-0.3.0", .work = TagWork::kPush},
                    {.name = "dates", .tag = "dates-1.0.0", .work = TagWork::kNothing}};
  EXPECT_EQ(*run(), TagResult::kReleased);
  EXPECT_TRUE(
      git_.log().back().ends_with("-- origin refs/tags/auth-1.4.0:refs/tags/auth-1.4.0 "
                                  "refs/tags/likes-0.3.0:refs/tags/likes-0.3.0"))
      << git_.log().back();
  EXPECT_FALSE(ran("tag -a -m 'Release likes-0.3.0' -- likes-0.3.0 " + kHead));
}

TEST_F(TagRunTest, TakesAllTagsBackWhereOneCannotBeMade) {
  plan_.packages = {{.tag = "auth-1.4.0"}, {.tag = "likes-0.3.0"}};
  git_.answer("tag -a -m 'Release likes*", {128, "", "error: gpg failed to sign the data\n"});
  const auto result = run();
  ASSERT_FALSE(result.ok());
  EXPECT_EQ(notes(result.error()), Texts{"the local tag `auth-1.4.0` is removed again"});
  EXPECT_TRUE(ran("update-ref -d refs/tags/auth-1.4.0 " + kObject));
}

TEST_F(TagRunTest, LeavesNoTagThatItCouldNotTakeBack) {
  git_.answer("rev-parse --verify *", {128, "", "fatal: out of memory\n"});
  EXPECT_FALSE(run().ok());
  EXPECT_EQ(git_.log().back(), "tag -d -- 1.4.0");
}

}  // namespace
}  // namespace tizza::release
