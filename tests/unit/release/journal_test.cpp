#include "release/journal.hpp"

#include "release/release_lock.hpp"

#include <gtest/gtest.h>

#include "support/fake_file_system.hpp"
#include "support/fake_git.hpp"

namespace tizza::release {
namespace {

constexpr const char* kPath = "/workspace/.git/tizza/release/journal.json";

class JournalTest : public ::testing::Test {
 protected:
  JournalTest() { git_.add({}); }
  Repository repository() { return *Repository::open(git_, ".", false); }

  testing::FakeGit git_;
  testing::FakeFileSystem files_;
};

TEST_F(JournalTest, ComesBackAsItWasWritten) {
  Journal journal;
  journal.mode = RunMode::kBranch;
  journal.remote = "origin";
  journal.branch = "release/1.5.0";
  journal.start = "aaaa";
  journal.message = "Release 1.5.0";
  journal.sign = true;
  journal.tags = {{"auth", "1.5.0", "auth-1.5.0", "Release\n\n- \"x\""}};
  journal.files = {
      {"a b.py", "1\r\n", "2\r\n"}, {"new", "", "\t", true}, {"old", "x", "", false, true}};
  EXPECT_EQ(journal_path(repository()), kPath);
  ASSERT_TRUE(write_journal(files_, kPath, journal).ok());
  const auto read = *read_journal(files_, kPath);
  ASSERT_TRUE(read);
  EXPECT_EQ(read->mode, journal.mode);
  EXPECT_EQ(read->branch, journal.branch);
  EXPECT_EQ(read->start, journal.start);
  EXPECT_EQ(read->start_branch, "");
  EXPECT_EQ(read->message, journal.message);
  EXPECT_TRUE(read->sign);
  EXPECT_EQ(read->tags[0].message, journal.tags[0].message);
  EXPECT_EQ(read->files, journal.files);
}

TEST_F(JournalTest, IsNoneWhereNothingIsUnderWay) {
  EXPECT_EQ(*read_journal(files_, kPath), std::nullopt);
}

TEST_F(JournalTest, RefusesWhatItCannotRead) {
  for (const char* text : {"", "{", "{}", R"({"schema_version": 2, "mode": "push", "start": "a"})",
                           R"({"schema_version": 1, "mode": "merge", "start": "a"})",
                           R"({"schema_version": 1, "mode": "push"})"}) {
    files_.add(kPath, text);
    EXPECT_EQ(read_journal(files_, kPath).error().diagnostic.rule, "journal") << text;
  }
}

TEST_F(JournalTest, KeepsASecondCallOut) {
  const auto repository = this->repository();
  {
    const auto lock = lock_releases(files_, repository, "process 1");
    ASSERT_TRUE(lock.ok());
  }
  EXPECT_FALSE(files_.exists("/workspace/.git/tizza/release/lock-holder"));
  EXPECT_EQ(*release_holder(files_, repository), "");
  files_.hold_lock("/workspace/.git/tizza/release/lock");
  files_.add("/workspace/.git/tizza/release/lock-holder", "process 4711\n");
  const auto busy = lock_releases(files_, repository, "process 1");
  EXPECT_EQ(busy.error().diagnostic.rule, "release-busy");
  EXPECT_NE(busy.error().diagnostic.message.find("process 4711"), std::string::npos);
  EXPECT_EQ(*release_holder(files_, repository), "process 4711");
}

TEST(RunMode, HasAName) {
  for (const auto mode : {RunMode::kPush, RunMode::kBranch, RunMode::kTagOnly}) {
    EXPECT_EQ(run_mode_named(to_string(mode)), mode);
  }
  EXPECT_EQ(run_mode_named("merge"), std::nullopt);
}

}  // namespace
}  // namespace tizza::release
