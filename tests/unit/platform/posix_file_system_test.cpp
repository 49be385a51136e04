#include "platform/posix_file_system.hpp"

#include <gtest/gtest.h>
#include <sys/stat.h>

#include <filesystem>
#include <thread>

#include "support/fake_interrupts.hpp"
#include "support/temporary_folder.hpp"

namespace tizza::platform {
namespace {

class PosixFileSystemTest : public ::testing::Test {
 protected:
  std::vector<std::string> names(const std::string& path) {
    std::vector<std::string> all;
    const auto entries = files_.list(path);
    if (!entries) return {entries.error().diagnostic.message};
    for (const auto& entry : *entries) all.push_back(entry.name);
    return all;
  }
  std::string read_error(const std::string& path) {
    const auto content = files_.read_file(path);
    return content ? "read " + *content : content.error().diagnostic.message;
  }

  testing::FakeInterrupts interrupts_;
  testing::TemporaryFolder folder_;
  PosixFileSystem files_{interrupts_};
};

TEST_F(PosixFileSystemTest, ReadsWhatWasWritten) {
  const std::string content(200'000, '\0');
  ASSERT_TRUE(files_.write_file(folder_ / "a", content));
  EXPECT_EQ(*files_.read_file(folder_ / "a"), content);
  ASSERT_TRUE(files_.write_file(folder_ / "a", ""));
  EXPECT_EQ(*files_.read_file(folder_ / "a"), "");
  EXPECT_EQ(names(folder_.path()), std::vector<std::string>{"a"});
}

TEST_F(PosixFileSystemTest, SaysWhyAFileCannotBeRead) {
  folder_.add("file", "");
  const std::string root = folder_.path();
  EXPECT_EQ(read_error(root + "/absent"), "cannot read `" + root + "/absent`: no such file");
  EXPECT_EQ(read_error(root), "cannot read `" + root + "`: is a folder");
  EXPECT_EQ(read_error(root + "/file/x"),
            "cannot read `" + root + "/file/x`: is not a folder or is not in one");
  EXPECT_EQ(read_error("/dev/zero"), "cannot read `/dev/zero`: is a device");
  EXPECT_EQ(read_error(""), "cannot read ``: no such file");
  std::filesystem::create_symlink("loop", folder_ / "loop");
  EXPECT_EQ(read_error(root + "/loop"), "cannot read `" + root + "/loop`: too many symlinks");
}

TEST_F(PosixFileSystemTest, RefusesWhatIsTooLarge) {
  folder_.add("large", "");
  std::filesystem::resize_file(folder_ / "large", kMaxInputBytes + 1);
  EXPECT_EQ(read_error(folder_ / "large"),
            "cannot read `" + (folder_ / "large") + "`: larger than 512 MiB");
}

TEST_F(PosixFileSystemTest, ReadsAFifoThatWasNamedToItsEnd) {
  const std::string path = folder_ / "fifo";
  ASSERT_EQ(mkfifo(path.c_str(), 0600), 0);
  std::thread writer([&] { folder_.shell("printf one > fifo"); });
  EXPECT_EQ(*files_.read_input(path), "one");
  writer.join();
}

TEST_F(PosixFileSystemTest, DoesNotWaitForAFifoThatWasFound) {
  const std::string path = folder_ / "fifo";
  ASSERT_EQ(mkfifo(path.c_str(), 0600), 0);
  EXPECT_EQ(read_error(path), "cannot read `" + path + "`: is a pipe");
}

TEST_F(PosixFileSystemTest, ReplacesBehindSymlinksAndKeepsTheMode) {
  folder_.add("real/config", "old");
  std::filesystem::permissions(folder_ / "real/config", std::filesystem::perms(0640));
  std::filesystem::create_symlink("real/config", folder_ / "link");
  ASSERT_TRUE(files_.write_file(folder_ / "link", "new", 0600));
  EXPECT_EQ(folder_.text("real/config"), "new");
  EXPECT_EQ(files_.info(folder_ / "real/config")->mode, 0640u);
  EXPECT_EQ(files_.info(folder_ / "link", false)->type, FileType::kSymlink);
  std::filesystem::create_symlink("real/later", folder_ / "dangling");
  ASSERT_TRUE(files_.write_file(folder_ / "dangling", "made"));
  EXPECT_EQ(folder_.text("real/later"), "made");
}

TEST_F(PosixFileSystemTest, GivesNewFilesTheirMode) {
  const mode_t before = umask(022);
  ASSERT_TRUE(files_.write_file(folder_ / "secret", "", 0600));
  ASSERT_TRUE(files_.write_new_file(folder_ / "script", "", 0755));
  umask(before);
  EXPECT_EQ(files_.info(folder_ / "secret")->mode, 0600u);
  EXPECT_EQ(files_.info(folder_ / "script")->mode, 0755u);
}

TEST_F(PosixFileSystemTest, LeavesNothingBehindAFailedWrite) {
  folder_.add("folder/file", "old");
  EXPECT_FALSE(files_.write_file(folder_ / "folder", "x"));
  EXPECT_FALSE(files_.write_file(folder_ / "absent/x", "x"));
  EXPECT_FALSE(files_.write_file(folder_ / "folder/", "x"));
  EXPECT_EQ(files_.write_file(folder_ / "absent/x", "x").error().diagnostic.message,
            "cannot write `" + (folder_ / "absent/x") + "`: no such folder");
  EXPECT_EQ(names(folder_.path()), std::vector<std::string>{"folder"});
  EXPECT_EQ(names(folder_ / "folder"), std::vector<std::string>{"file"});
}

TEST_F(PosixFileSystemTest, WritesToADeviceAsItIs) {
  EXPECT_TRUE(files_.write_file("/dev/null", "x"));
  EXPECT_EQ(files_.write_file("/dev/full", "x").error().diagnostic.message,
            "cannot write `/dev/full`: no space left on device");
  EXPECT_TRUE(std::filesystem::is_character_file("/dev/null"));
}

TEST_F(PosixFileSystemTest, HoldsInterruptsWhileItWrites) {
  struct Watching final : Interrupts {
    int depth = 0;
    int holds = 0;
    void hold() override { holds += ++depth; }
    void release() override { --depth; }
    int pending() const override { return 0; }
    int take() override { return 0; }
  } watching;
  PosixFileSystem files(watching);
  ASSERT_TRUE(files.write_file(folder_ / "a", "x"));
  EXPECT_EQ(watching.holds, 1);
  EXPECT_EQ(watching.depth, 0);
}

TEST_F(PosixFileSystemTest, WritesNewFilesOnly) {
  ASSERT_TRUE(files_.write_new_file(folder_ / "a", "1", 0644));
  EXPECT_EQ(files_.write_new_file(folder_ / "a", "2", 0644).error().diagnostic.message,
            "cannot write `" + (folder_ / "a") + "`: exists already");
  EXPECT_EQ(folder_.text("a"), "1");
}

TEST_F(PosixFileSystemTest, RenamesFoldersOntoNothing) {
  const std::string made = *files_.make_temporary_sibling(folder_ / "service");
  ASSERT_TRUE(files_.write_new_file(made + "/a", "1", 0644));
  ASSERT_TRUE(files_.sync_tree(made));
  ASSERT_TRUE(files_.make_directories(folder_ / "service"));
  ASSERT_TRUE(files_.rename_new(made, folder_ / "service"));
  EXPECT_EQ(folder_.text("service/a"), "1");
  EXPECT_EQ(names(folder_.path()), std::vector<std::string>{"service"});

  const std::string second = *files_.make_temporary_sibling(folder_ / "service/");
  EXPECT_FALSE(files_.rename_new(second, folder_ / "service"));
  folder_.add("file", "");
  EXPECT_EQ(files_.rename_new(second, folder_ / "file").error().diagnostic.message,
            "cannot write `" + (folder_ / "file") + "`: exists already");
}

TEST_F(PosixFileSystemTest, RenamesFilesOntoNothing) {
  folder_.add("a", "1");
  folder_.add("b", "2");
  EXPECT_FALSE(files_.rename_new(folder_ / "a", folder_ / "b"));
  ASSERT_TRUE(files_.rename_new(folder_ / "a", folder_ / "c"));
  EXPECT_EQ(names(folder_.path()), (std::vector<std::string>{"b", "c"}));
}

TEST_F(PosixFileSystemTest, MakesAndRemovesTrees) {
  ASSERT_TRUE(files_.make_directories(folder_ / "a/b//c/"));
  ASSERT_TRUE(files_.make_directories(folder_ / "a/b"));
  ASSERT_TRUE(files_.make_symlink("../outside", folder_ / "a/link"));
  EXPECT_EQ(*files_.read_link(folder_ / "a/link"), "../outside");
  folder_.add("outside", "stays");
  folder_.add("file", "");
  EXPECT_EQ(files_.make_directories(folder_ / "file/x").error().diagnostic.message,
            "cannot make folder `" + (folder_ / "file/x") + "`: exists already");
  ASSERT_TRUE(files_.remove_all(folder_ / "a"));
  ASSERT_TRUE(files_.remove_all(folder_ / "a"));
  EXPECT_EQ(names(folder_.path()), (std::vector<std::string>{"file", "outside"}));
}

TEST_F(PosixFileSystemTest, LocksOutOtherProcesses) {
  const std::string path = folder_ / "lock";
  auto lock = *files_.lock(path, false);
  ASSERT_NE(lock, nullptr);
  EXPECT_EQ(*files_.lock(path, false), nullptr);
  EXPECT_EQ(folder_.shell("flock --nonblock lock true && echo free || echo taken"), "taken\n");
  lock.reset();
  EXPECT_EQ(folder_.shell("flock --nonblock lock true && echo free || echo taken"), "free\n");
  EXPECT_NE(*files_.lock(path, true), nullptr);
}

TEST_F(PosixFileSystemTest, AppendsAndTruncates) {
  const auto journal = *files_.open_append(folder_ / "journal");
  ASSERT_TRUE(journal->append("one\n"));
  ASSERT_TRUE(journal->append("two\n"));
  ASSERT_TRUE(journal->sync());
  EXPECT_EQ(journal->size(), 8u);
  ASSERT_TRUE(journal->truncate(4));
  ASSERT_TRUE((*files_.open_append(folder_ / "journal"))->append("three\n"));
  EXPECT_EQ(folder_.text("journal"), "one\nthree\n");
  EXPECT_EQ(files_.info(folder_ / "journal", true)->mode, 0600u);
  EXPECT_FALSE(files_.open_append(folder_.path()).ok());
}

TEST_F(PosixFileSystemTest, FindsRealPaths) {
  folder_.add("a/b", "");
  std::filesystem::create_symlink("a", folder_ / "link");
  EXPECT_EQ(*files_.real_path(folder_ / "link/../link/./b"), folder_ / "a/b");
  EXPECT_FALSE(files_.real_path(folder_ / "absent").ok());
}

}  // namespace
}  // namespace tizza::platform
