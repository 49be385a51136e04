#include <gtest/gtest.h>

#include <cerrno>

#include "support/fake_context.hpp"

namespace tizza::testing {
namespace {

TEST(FakeFileSystem, FollowsSymlinksAndModes) {
  FakeFileSystem files;
  files.add("a/real.yaml", "x: 1\n", 0600);
  files.add_symlink("link.yaml", "a/real.yaml");
  files.add_symlink("loop", "loop");
  EXPECT_EQ(*files.read_file("link.yaml"), "x: 1\n");
  EXPECT_EQ(files.info("link.yaml", false)->type, FileType::kSymlink);
  EXPECT_TRUE(files.write_file("link.yaml", "x: 2\n"));
  EXPECT_EQ(files.text("a/real.yaml"), "x: 2\n");
  EXPECT_EQ(files.mode("a/real.yaml"), 0600u);
  EXPECT_EQ(files.read_file("loop").error().diagnostic.message,
            "cannot read `loop`: too many symlinks");
  files.set_mode("a", 0);
  EXPECT_EQ(files.read_file("link.yaml").error().diagnostic.message,
            "cannot read `link.yaml`: permission denied");
}

TEST(FakeFileSystem, SaysWhyAFileCannotBeRead) {
  FakeFileSystem files;
  files.add("api/swagger.yaml", "");
  EXPECT_EQ(files.read_file("absent").error().diagnostic.message,
            "cannot read `absent`: no such file");
  EXPECT_EQ(files.read_file("api").error().diagnostic.message, "cannot read `api`: is a folder");
  EXPECT_FALSE(files.read_file("api/swagger.yaml/x").ok());
}

TEST(FakeFileSystem, ListsSortedNames) {
  FakeFileSystem files;
  files.add("b", "");
  files.add("a/c", "");
  files.add("a.d", "");
  const auto entries = *files.list(".");
  ASSERT_EQ(entries.size(), 3u);
  EXPECT_EQ(entries[0].name, "a");
  EXPECT_EQ(entries[0].type, FileType::kDirectory);
  EXPECT_EQ(entries[1].name, "a.d");
}

TEST(FakeFileSystem, FailsFromTheNthWriteOn) {
  FakeFileSystem files;
  files.fail_nth_write(2, ENOSPC);
  EXPECT_TRUE(files.write_file("one", "1"));
  EXPECT_EQ(files.write_file("two", "2").error().diagnostic.message,
            "cannot write `two`: no space left on device");
  EXPECT_FALSE(files.make_directories("three"));
  files.fail_nth_write(0, 0);
  EXPECT_TRUE(files.write_file("two", "2"));
}

TEST(FakeFileSystem, RunsOutOfSpace) {
  FakeFileSystem files;
  files.limit_space(4);
  EXPECT_TRUE(files.write_file("a", "1234"));
  EXPECT_FALSE(files.write_file("b", "1"));
  EXPECT_EQ(files.text("b"), "<absent>");
}

TEST(FakeFileSystem, RenamesOnlyOntoNothing) {
  FakeFileSystem files;
  const std::string made = *files.make_temporary_sibling("service");
  EXPECT_EQ(made, "/workspace/.service.tizza-1");
  ASSERT_TRUE(files.write_new_file(made + "/a", "1", 0755));
  EXPECT_FALSE(files.write_new_file(made + "/a", "1", 0755));
  ASSERT_TRUE(files.rename_new(made, "service"));
  EXPECT_EQ(files.tree("service"), (std::map<std::string, std::string>{{"a", "1"}}));
  files.add_directory("other");
  EXPECT_FALSE(files.rename_new("other", "service"));
  EXPECT_TRUE(files.rename_new("service", "other"));
}

TEST(FakeFileSystem, LocksOnce) {
  FakeFileSystem files;
  {
    const auto lock = files.lock("state.lock", false);
    ASSERT_TRUE(lock.ok() && *lock != nullptr);
    EXPECT_EQ(*files.lock("state.lock", false), nullptr);
  }
  EXPECT_NE(*files.lock("state.lock", false), nullptr);
  files.hold_lock("state.lock");
  EXPECT_EQ(*files.lock("state.lock", false), nullptr);
}

TEST(FakeFileSystem, AppendsToAJournal) {
  FakeFileSystem files;
  const auto journal = *files.open_append("journal");
  ASSERT_TRUE(journal->append("one\n"));
  ASSERT_TRUE(journal->append("two\n"));
  ASSERT_TRUE(journal->truncate(4));
  EXPECT_EQ(files.text("journal"), "one\n");
}

TEST(FakeFileSystem, MakesNothingInAnAbsentFolder) {
  FakeFileSystem files;
  files.add("file", "old");
  const auto before = files.tree();
  EXPECT_FALSE(files.open_append("runs/1/journal").ok());
  EXPECT_FALSE(files.write_file("runs/1/journal", "x").ok());
  EXPECT_FALSE(files.write_new_file("runs/1/journal", "x", 0644).ok());
  EXPECT_FALSE(files.lock("runs/1/lock", false).ok());
  EXPECT_FALSE(files.make_symlink("file", "runs/1/link").ok());
  EXPECT_FALSE(files.make_temporary_sibling("runs/1/x").ok());
  EXPECT_FALSE(files.rename_new("file", "runs/1/x").ok());
  EXPECT_FALSE(files.open_append("file/journal").ok());
  EXPECT_EQ(files.tree(), before);
  EXPECT_EQ(files.text("file/x"), "<absent>");
}

TEST(FakeTerminal, ShowsWhatThePersonSees) {
  FakeTerminal terminal;
  terminal.all_terminals(true);
  terminal.answers = {"yes", "hunter2", "^C"};
  terminal.out("data\n");
  EXPECT_EQ(*terminal.read_line("go on? "), "yes");
  EXPECT_EQ(*terminal.read_secret("token: "), "hunter2");
  EXPECT_EQ(terminal.read_line("? ").error().verdict, Verdict::kInterrupted);
  EXPECT_EQ(terminal.read_line("? ").error().verdict, Verdict::kNeedsPerson);
  EXPECT_EQ(terminal.out_text(), "data\n");
  EXPECT_EQ(terminal.err_text(), "go on? yes\ntoken: \n? ^C\n? \n");
}

TEST(FakeProcesses, AnswersInTurnAndKeepsALog) {
  FakeProcesses processes;
  processes.answer("ssh *", {.exit_code = 255});
  processes.answer("ssh *", {.exit_code = 0, .output = "up\n"});
  EXPECT_EQ(processes.run({.argv = {"ssh", "host", "uptime now"}})->exit_code, 255);
  EXPECT_EQ(processes.run({.argv = {"ssh", "host", "uptime"}})->output, "up\n");
  EXPECT_FALSE(processes.run({.argv = {"nope"}}).ok());
  EXPECT_EQ(processes.log(),
            (std::vector<std::string>{"ssh host 'uptime now'", "ssh host uptime", "nope"}));
}

TEST(FakeGit, OpensTheInnermostRepository) {
  FakeGit git;
  git.add({});
  FakeRepository& inner = git.add({.work_tree = "/workspace/auth"});
  inner.head_commit = "c1";
  EXPECT_EQ((*git.open("auth/src"))->head_commit(), "c1");
  EXPECT_EQ((*git.open("."))->head_commit(), std::nullopt);
  EXPECT_FALSE(git.open("/elsewhere").ok());
}

TEST(FakeInterrupts, RemembersWhatWouldEndTheProcess) {
  FakeInterrupts interrupts;
  {
    const InterruptHold hold(interrupts);
    interrupts.raise(2);
    EXPECT_EQ(interrupts.ended_by(), 0);
  }
  EXPECT_EQ(interrupts.ended_by(), 2);
}

TEST(FakeContext, IsOneLine) {
  FakeContext fake;
  fake.context.terminal.out("hello");
  EXPECT_EQ(fake.terminal.out_text(), "hello");
}

}  // namespace
}  // namespace tizza::testing
