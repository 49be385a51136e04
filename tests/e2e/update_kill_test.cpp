// `kill -9` at every change that `tizza update` makes: the project is as it was or the update is
// whole, and the next call goes on from either.
#include <gtest/gtest.h>

#include <filesystem>

#include "support/run_killed.hpp"
#include "support/temporary_folder.hpp"

namespace tizza::testing {
namespace {

constexpr const char* kManifest =
    "apiVersion: tizza/v1\n"
    "name: sample\n"
    "kind: service\n"
    "version: ";

class UpdateKillTest : public ::testing::Test {
 protected:
  UpdateKillTest() {
    home_.add(".gitconfig", "[user]\n\tname = Ana\n\temail = ana@tizza.com\n");
    folder_.add("t/tizza-template.yaml", std::string(kManifest) + "1.0.0\n");
    folder_.add("t/files/a.txt", "one\ntwo\nthree\n");
    folder_.add("t/files/b.txt", "b\n");
    EXPECT_EQ(run({"new", "./t", "svc", "--no-register"}, kNeverReached), 0);
    folder_.add("svc/own.txt", "own\n");
  }

  /// What the project and the template change, then a copy of all to start over from.
  void change(const std::string& ours, const std::string& theirs) const {
    folder_.add("svc/a.txt", ours);
    folder_.shell(
        "git -C svc add . && git -C svc -c user.name=Ana -c user.email=a@tizza.com "
        "commit -q -m ours");
    folder_.add("t/tizza-template.yaml", std::string(kManifest) + "1.1.0\n");
    folder_.add("t/files/a.txt", theirs);
    folder_.shell("cp -a svc saved");
  }
  void start_over() const { folder_.shell("rm -rf svc svc-update-1.1.0 && cp -a saved svc"); }

  /// The exit code, or -1 where the process died at its `number`th change.
  int run(const std::vector<std::string>& arguments, int number) const {
    return run_killed({home_.path(), folder_.path()}, arguments, number).value_or(-1);
  }

  /// HEAD, index and working tree of the project are untouched by whatever happened.
  void expect_untouched() const {
    EXPECT_EQ(folder_.shell("git -C svc rev-parse HEAD"),
              folder_.shell("git -C saved rev-parse HEAD"));
    EXPECT_EQ(folder_.shell("git -C svc status --porcelain"), "");
  }

  std::string update_text() const {
    return folder_.shell("git -C svc show tizza/update-1.1.0:a.txt");
  }
  bool has_branch() const {
    return !folder_.shell("git -C svc branch --list tizza/update-1.1.0").empty();
  }
  bool has_worktree() const { return std::filesystem::exists(folder_ / "svc-update-1.1.0"); }

  /// Scratch folders in the git folder, and a record of an update.
  std::vector<std::string> leftovers() const {
    std::vector<std::string> found;
    for (const auto& entry : std::filesystem::directory_iterator(folder_ / "svc/.git/tizza")) {
      if (entry.path().filename() != "lock") found.push_back(entry.path());
    }
    return found;
  }

  TemporaryFolder folder_;
  TemporaryFolder home_;
};

TEST_F(UpdateKillTest, MakesTheBranchOrNothing) {
  change("one of ours\ntwo\nthree\n", "one\ntwo\nthree of theirs\n");
  int deaths = 0;
  for (int number = 1;; ++number) {
    SCOPED_TRACE("killed at change " + std::to_string(number));
    start_over();
    const bool died = run({"update", "svc"}, number) == -1;
    if (!died) break;
    ++deaths;
    expect_untouched();
    EXPECT_FALSE(has_worktree());
    const bool is_made = has_branch();
    EXPECT_EQ(run({"update", "svc"}, kNeverReached), is_made ? 2 : 0);
    EXPECT_EQ(update_text(), "one of ours\ntwo\nthree of theirs\n");
    ASSERT_FALSE(HasFailure());
  }
  EXPECT_GT(deaths, 15);
  EXPECT_EQ(leftovers(), std::vector<std::string>());
}

TEST_F(UpdateKillTest, OpensTheConflictsOrNothing) {
  change("one\ntwo of ours\nthree\n", "one\ntwo of theirs\nthree\n");
  int deaths = 0;
  for (int number = 1;; ++number) {
    SCOPED_TRACE("killed at change " + std::to_string(number));
    start_over();
    const bool died = run({"update", "svc"}, number) == -1;
    if (!died) break;
    ++deaths;
    expect_untouched();
    // Either it is open, or the next call takes away what was begun and opens it.
    const int code = run({"update", "svc"}, kNeverReached);
    EXPECT_TRUE(code == 1 || code == 2) << code;
    folder_.add("svc-update-1.1.0/a.txt", "one\ntwo of both\nthree\n");
    EXPECT_EQ(run({"update", "resume", "svc"}, kNeverReached), 0);
    EXPECT_EQ(update_text(), "one\ntwo of both\nthree\n");
    EXPECT_FALSE(has_worktree());
    EXPECT_EQ(leftovers(), std::vector<std::string>());
    ASSERT_FALSE(HasFailure());
  }
  EXPECT_GT(deaths, 20);
}

TEST_F(UpdateKillTest, ResumesAndAbortsAgain) {
  change("one\ntwo of ours\nthree\n", "one\ntwo of theirs\nthree\n");
  for (const std::string verb : {"resume", "abort"}) {
    for (int number = 1;; ++number) {
      SCOPED_TRACE(verb + " killed at change " + std::to_string(number));
      start_over();
      EXPECT_EQ(run({"update", "svc"}, kNeverReached), 1);
      folder_.add("svc-update-1.1.0/a.txt", "one\ntwo of both\nthree\n");
      if (run({"update", verb, "svc"}, number) != -1) break;
      expect_untouched();
      const bool is_open = std::filesystem::exists(folder_ / "svc/.git/tizza/update.json");
      const int code = run({"update", verb, "svc"}, kNeverReached);
      EXPECT_EQ(code, is_open ? 0 : 2);
      EXPECT_FALSE(has_worktree());
      EXPECT_EQ(has_branch(), verb == "resume");
      ASSERT_FALSE(HasFailure());
    }
  }
}

}  // namespace
}  // namespace tizza::testing
