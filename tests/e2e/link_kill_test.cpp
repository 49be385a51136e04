// `kill -9` at every change that `tizza add` and `tizza template adopt` make: the project is as it
// was or the whole is there, and the next call goes on from either.
#include <gtest/gtest.h>

#include <filesystem>

#include "support/run_killed.hpp"
#include "support/temporary_folder.hpp"

namespace tizza::testing {
namespace {

constexpr const char* kAddOn = "apiVersion: tizza/v1\nname: worker\nkind: service\n";
constexpr const char* kManifest =
    "apiVersion: tizza/v1\n"
    "name: sample\n"
    "kind: service\n"
    "version: 1.0.0\n"
    "add_ons: [worker]\n";

class LinkKillTest : public ::testing::Test {
 protected:
  LinkKillTest() {
    home_.add(".gitconfig", "[user]\n\tname = Ana\n\temail = ana@tizza.com\n");
    folder_.add("t/tizza-template.yaml", kManifest);
    folder_.add("t/files/a.txt", "one\ntwo\n");
    folder_.add("t/worker/tizza-template.yaml", kAddOn);
    folder_.add("t/worker/files/worker.py", "pass\n");
  }

  std::optional<int> run(const std::vector<std::string>& arguments,
                         int number = kNeverReached) const {
    return run_killed({home_.path(), folder_.path()}, arguments, number);
  }
  void save() const { folder_.shell("cp -a svc saved"); }
  void start_over() const { folder_.shell("rm -rf svc && cp -a saved svc"); }

  std::string head() const { return folder_.shell("git -C svc rev-parse HEAD"); }
  bool exists(const std::string& path) const { return std::filesystem::exists(folder_ / path); }

  /// What is left in the git folder but locks.
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

TEST_F(LinkKillTest, AddsTheBranchOrNothing) {
  ASSERT_EQ(run({"new", "./t", "svc", "--no-register"}), 0);
  save();
  const std::string before = head();
  int deaths = 0;
  for (int number = 1;; ++number) {
    SCOPED_TRACE("killed at change " + std::to_string(number));
    start_over();
    if (run({"add", "worker", "svc"}, number)) break;
    ++deaths;
    EXPECT_EQ(head(), before);
    EXPECT_EQ(folder_.shell("git -C svc status --porcelain"), "");
    const bool is_made = !folder_.shell("git -C svc branch --list tizza/add-worker").empty();
    EXPECT_EQ(run({"add", "worker", "svc"}), is_made ? 2 : 0);
    EXPECT_EQ(folder_.shell("git -C svc show tizza/add-worker:worker.py"), "pass\n");
    EXPECT_EQ(leftovers(), std::vector<std::string>());
    ASSERT_FALSE(HasFailure());
  }
  EXPECT_GT(deaths, 15);
}

TEST_F(LinkKillTest, LinksOrLeavesAsItWas) {
  folder_.add("svc/a.txt", "one\nours\n");
  folder_.shell(
      "cd svc && git init -q -b main && git add . && git -c user.name=Ana -c "
      "user.email=a@tizza.com "
      "commit -q -m ours");
  save();
  const std::string before = head();
  const std::vector<std::string> adopt = {"template", "adopt", "svc", "./t", "--commit"};
  int deaths = 0;
  for (int number = 1;; ++number) {
    SCOPED_TRACE("killed at change " + std::to_string(number));
    start_over();
    if (run(adopt, number)) break;
    ++deaths;
    const bool is_committed = head() != before;
    EXPECT_TRUE(!is_committed || exists("svc/.tizza-answers.yaml"));
    EXPECT_EQ(folder_.text("svc/a.txt"), "one\nours\n");

    EXPECT_EQ(run(adopt), 0);
    EXPECT_EQ(folder_.shell("git -C svc rev-list --count HEAD"), "2\n");
    EXPECT_EQ(folder_.shell("git -C svc status --porcelain"), "");
    EXPECT_EQ(run({"update", "svc"}), 0);
    EXPECT_EQ(leftovers(), std::vector<std::string>());
    ASSERT_FALSE(HasFailure());
  }
  EXPECT_GT(deaths, 8);
}

}  // namespace
}  // namespace tizza::testing
