#include "release/repository.hpp"

#include <gtest/gtest.h>

#include "support/fake_git.hpp"

namespace tizza::release {
namespace {

using testing::FakeGit;
using Names = std::vector<std::string>;

class RepositoryTest : public ::testing::Test {
 protected:
  RepositoryTest() { git_.add({}); }

  Repository open(bool may_prompt = false) { return *Repository::open(git_, ".", may_prompt); }

  FakeGit git_;
};

TEST_F(RepositoryTest, ReadsEveryKindOfChange) {
  using namespace std::string_literals;
  git_.answer("--no-optional-locks status *",
              {0,
               "1 .M N... 100644 100644 100644 aaaa aaaa a b.txt\0"s
               "2 R. N... 100644 100644 100644 bbbb bbbb R100 new.txt\0old ? .txt\0"s
               "u UU N... 100644 100644 100644 100644 cccc cccc cccc both.txt\0"s
               "? untracked/\0"s
               "# branch.oid 1234\0"s
               "! ignored.o\0"s});
  EXPECT_EQ(*open().uncommitted(), (Names{"a b.txt", "new.txt", "both.txt", "untracked/"}));
}

TEST_F(RepositoryTest, KnowsACleanTreeAndAFailingStatus) {
  git_.answer("--no-optional-locks status *", {0, ""});
  EXPECT_EQ(*open().uncommitted(), Names{});
  FakeGit broken;
  broken.add({});
  broken.answer("--no-optional-locks status *", {128, "", "fatal: index file corrupt\n"});
  const auto changed = Repository::open(broken, ".", false)->uncommitted();
  EXPECT_EQ(changed.error().diagnostic.message,
            "cannot read the status of the work tree: index file corrupt");
}

TEST_F(RepositoryTest, ReadsWhoMakesTags) {
  const std::string command = "-c user.useConfigOnly=true var GIT_COMMITTER_IDENT";
  git_.answer(command, {0, "Ana <ana@tizza.com> 1772442000 +0000\n"});
  git_.answer(command, {128, "", "fatal: no email was given and auto-detection is disabled\n"});
  EXPECT_EQ(*open().identity(), "Ana <ana@tizza.com>");
  EXPECT_EQ(*open().identity(), std::nullopt);
}

TEST_F(RepositoryTest, AsksTheRemoteForExactRefs) {
  git_.answer("ls-remote -- origin refs/tags/1.0 'refs/tags/1.0^{}'",
              {0, "aaaa\trefs/tags/1.0\nbbbb\trefs/tags/1.0^{}\ncccc\trefs/x/refs/tags/1.0\n"});
  const auto refs = open().ask_remote("origin", {"refs/tags/1.0", "refs/tags/1.0^{}"});
  ASSERT_TRUE(refs.ok());
  EXPECT_EQ(tagged_commit(*refs, "1.0"), "bbbb");
  EXPECT_EQ(tagged_commit(*refs, "2.0"), std::nullopt);
  EXPECT_EQ(tagged_commit({{"refs/tags/1.0", "aaaa"}}, "1.0"), "aaaa");
}

TEST_F(RepositoryTest, PushesOneTagAndNothingElse) {
  git_.answer("push *", {0, "To origin\n*\trefs/tags/1.0:refs/tags/1.0\t[new tag]\nDone\n"});
  EXPECT_TRUE(open().push("origin", {"refs/tags/1.0:refs/tags/1.0"})->accepted);
  EXPECT_EQ(git_.log().back(),
            "push --porcelain --atomic --no-follow-tags --recurse-submodules=no -- origin "
            "refs/tags/1.0:refs/tags/1.0");
}

TEST_F(RepositoryTest, TellsARefusalFromSilence) {
  git_.answer("push *", {1, "!\trefs/tags/1.0:refs/tags/1.0\t[remote rejected] (hook declined)\n",
                         "remote: no tags (here) \nremote: \nerror: failed to push some refs\n"});
  git_.answer("push *", {1, "!\trefs/tags/1.0:refs/tags/1.0\t[rejected] (already exists)\n",
                         "error: failed to push some refs to 'x'\nhint: Updates were rejected.\n"});
  git_.answer("push *", {128, "", "fatal: unable to access 'x': Could not resolve host\n"});
  const auto hook = open().push("origin", {"refs/tags/1.0:refs/tags/1.0"});
  EXPECT_TRUE(hook->was_rejected);
  EXPECT_EQ(hook->reason, "no tags (here)");
  const auto exists = open().push("origin", {"refs/tags/1.0:refs/tags/1.0"});
  EXPECT_TRUE(exists->was_rejected);
  EXPECT_EQ(exists->reason, "already exists");
  const auto silence = open().push("origin", {"refs/tags/1.0:refs/tags/1.0"});
  EXPECT_FALSE(silence->was_rejected);
  EXPECT_EQ(silence->reason, "unable to access 'x': Could not resolve host");
}

TEST_F(RepositoryTest, NeverWaitsForAnAnswerUnlessSomebodyIsThere) {
  git_.answer("*", {0, ""});
  (void)open(false).remotes();
  (void)open(true).remotes();
  EXPECT_FALSE(git_.requests()[0].may_prompt);
  EXPECT_TRUE(git_.requests()[1].may_prompt);
  EXPECT_GT(git_.requests()[0].deadline.count(), 0);
}

TEST_F(RepositoryTest, FetchesObjectsWithoutTouchingRefs) {
  git_.answer("fetch *", {0, ""});
  EXPECT_TRUE(open().fetch_objects("origin", "main").ok());
  EXPECT_EQ(git_.log().back(),
            "fetch --quiet --no-tags --no-write-fetch-head --no-recurse-submodules --refmap= -- "
            "origin refs/heads/main");
}

TEST(GitReason, TakesTheTellingLine) {
  EXPECT_EQ(git_reason("fatal: not a git repository (or any parent)\n"),
            "not a git repository (or any parent)");
  EXPECT_EQ(git_reason("ssh: connect to host git.tizza.com port 22: Connection refused\r\n"
                       "fatal: Could not read from remote repository.\n\n"
                       "Please make sure you have the correct access rights\n"),
            "ssh: connect to host git.tizza.com port 22: Connection refused");
  EXPECT_EQ(git_reason("fatal: '/x' does not appear to be a git repository\n"
                       "fatal: Could not read from remote repository.\n"),
            "'/x' does not appear to be a git repository");
  EXPECT_EQ(git_reason("fatal: Could not read from remote repository.\n"),
            "Could not read from remote repository");
  EXPECT_EQ(git_reason("remote: a\nremote:\nremote: b\nfatal: x\n"), "a; b");
  EXPECT_EQ(git_reason("something odd.\n"), "something odd");
  EXPECT_EQ(git_reason(""), "git gave no reason");
}

}  // namespace
}  // namespace tizza::release
