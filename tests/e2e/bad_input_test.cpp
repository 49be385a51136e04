// The real binary where the machine itself is against it: signals, full disks, forbidden folders,
// closed streams.
#include <gtest/gtest.h>
#include <signal.h>
#include <unistd.h>

#include <filesystem>

#include "base/strings.hpp"
#include "support/pseudo_terminal.hpp"
#include "support/temporary_folder.hpp"

namespace tizza {
namespace {

using testing::PseudoTerminal;
using testing::TemporaryFolder;

/// A folder to work in and a home of its own, with nothing of the user's settings.
class BadInput : public ::testing::Test {
 protected:
  /// Runs a script with `tizza` in the PATH; what it printed on both streams.
  std::string run(const std::string& script) const {
    return folder_.shell("export PATH=" + shell_quote(bin_.path()) +
                         ":$PATH HOME=" + shell_quote(home_.path()) +
                         "; unset TIZZA_REGISTRY XDG_CONFIG_HOME XDG_STATE_HOME XDG_CACHE_HOME"
                         " NO_COLOR CLICOLOR_FORCE CI; exec 2>&1; set +e; " +
                         script);
  }
  /// A terminal on which `tizza ARGUMENTS` runs.
  std::unique_ptr<PseudoTerminal> on_terminal(const std::vector<std::string>& arguments) const {
    return std::make_unique<PseudoTerminal>([&] {
      std::vector<char*> words;
      static std::string program = TIZZA_BINARY;
      words.push_back(program.data());
      for (const std::string& word : arguments) words.push_back(const_cast<char*>(word.c_str()));
      words.push_back(nullptr);
      std::filesystem::current_path(folder_.path());
      setenv("HOME", home_.path().c_str(), 1);
      setenv("TERM", "xterm", 1);
      execv(program.c_str(), words.data());
      _exit(127);
    });
  }
  std::string listing() const { return folder_.shell("find . | sort"); }

  void SetUp() override { std::filesystem::copy_file(TIZZA_BINARY, bin_ / "tizza"); }

  TemporaryFolder bin_;
  TemporaryFolder home_;
  TemporaryFolder folder_;
};

TEST_F(BadInput, SignalsAtAPrompt) {
  const std::pair<int, int> ends[] = {{SIGINT, 130}, {SIGTERM, 143}, {SIGHUP, 129}};
  for (const auto& [number, code] : ends) {
    const auto screen = on_terminal({"new"});
    screen->wait_for_raw_mode();
    kill(screen->child(), number);
    EXPECT_EQ(screen->finish(), code) << screen->screen();
    EXPECT_EQ(listing(), ".\n");
  }
}

TEST_F(BadInput, CtrlCAtAPromptEndsTheLine) {
  const auto screen = on_terminal({"new"});
  screen->wait_for_raw_mode();
  screen->type("\x03");
  EXPECT_EQ(screen->finish(), 130);
  EXPECT_EQ(listing(), ".\n");
}

TEST_F(BadInput, SignalsWhileWaitingForInput) {
  folder_.shell("mkfifo api.yaml");
  EXPECT_EQ(run(  // The shell's open returns once tizza has the other end.
                "tizza validate api.yaml & exec 3> api.yaml; kill -TERM $!; wait $!; echo $?"),
            "reading from `api.yaml` until its writer ends\n143\n");
}

TEST_F(BadInput, AReaderThatGoesAway) {
  EXPECT_EQ(run("bash -c 'tizza help exit-codes | true; echo ${PIPESTATUS[0]}'"), "0\n");
}

TEST_F(BadInput, StreamsThatAreClosed) {
  EXPECT_EQ(run("tizza registry init >&- 2>&- <&-; echo $?"), "0\n");
  EXPECT_TRUE(folder_.text("tizza-registry.yaml").starts_with("# yaml-language-server"))
      << folder_.text("tizza-registry.yaml");
  EXPECT_EQ(run("tizza registry check >&- 2>&-; echo $?"), "2\n") << "nobody heard its answer";
}

TEST_F(BadInput, AFullStandardOutput) {
  EXPECT_EQ(run("tizza help > /dev/full; echo $?"),
            "error[file]: cannot write standard output: no space left on device\n2\n");
}

TEST_F(BadInput, AFullDisk) {
  if (geteuid() != 0) GTEST_SKIP() << "only root mounts a small disk";
  if (folder_.shell("mkdir disk; mount -t tmpfs -o size=32k tizza-test disk || echo no") != "") {
    GTEST_SKIP() << "no disk can be mounted here";
  }
  const std::string said = run(
      "cd disk; tizza registry init; tizza registry add team culinary email=c@tizza.com"
      " slack_channel='#c'; cp tizza-registry.yaml before; head -c 100000 /dev/zero > fill;"
      "tizza registry add team identity email=i@tizza.com slack_channel='#i'; echo $?;"
      "cmp tizza-registry.yaml before && echo same; tizza new django-rest a --defaults; echo $?;"
      "ls -A");
  folder_.shell("umount disk");
  EXPECT_NE(said.find("no space left on device"), std::string::npos) << said;
  EXPECT_TRUE(said.ends_with("2\nbefore\nfill\ntizza-registry.yaml\n")) << said;
  EXPECT_NE(said.find("2\nsame\n"), std::string::npos) << said;
}

TEST_F(BadInput, AFolderThatMayNotBeWritten) {
  const bool is_root = geteuid() == 0;
  folder_.shell("chmod 0555 .");
  for (const auto* folder : {&bin_, &folder_}) folder->shell("chmod 0755 . 2>/dev/null; true");
  folder_.shell("chmod 0555 .");
  const std::string as_nobody =
      is_root ? "setpriv --reuid 65534 --regid 65534 --clear-groups " : "";
  const std::string said = run(as_nobody + "tizza registry init; echo $?");
  EXPECT_NE(said.find("permission denied"), std::string::npos) << said;
  EXPECT_TRUE(said.ends_with("2\n")) << said;
  folder_.shell("chmod 0755 .");
  EXPECT_EQ(listing(), ".\n");
}

TEST_F(BadInput, AFileThatMayNotBeRead) {
  const bool is_root = geteuid() == 0;
  folder_.add("swagger.yaml", "swagger: '2.0'\n");
  for (const auto* folder : {&bin_, &folder_}) folder->shell("chmod 0755 .");
  folder_.shell("chmod 0000 swagger.yaml");
  const std::string as_nobody =
      is_root ? "setpriv --reuid 65534 --regid 65534 --clear-groups " : "";
  const std::string said = run(as_nobody + "tizza validate swagger.yaml; echo $?");
  EXPECT_NE(said.find("permission denied"), std::string::npos) << said;
  EXPECT_TRUE(said.ends_with("2\n")) << said;
}

TEST_F(BadInput, AFifoAsAFile) {
  folder_.shell("mkfifo api.yaml");
  const std::string said =
      run("printf 'swagger: [\\n' > api.yaml & tizza validate api.yaml; echo $?");
  EXPECT_TRUE(said.ends_with("1\n")) << said;
}

TEST_F(BadInput, AHomeThatStaysClean) {
  run("tizza registry init; tizza registry check; tizza template list; tizza config list;"
      "tizza playbook list; tizza validate; tizza release plan; tizza new django-rest a "
      "--defaults; true");
  const std::string home = home_.shell("ls -A");
  for (const auto name : split_lines(home)) {
    EXPECT_TRUE(name == ".config" || name == ".local" || name == ".cache") << home;
  }
}

/// Both cost every start some milliseconds, for calls that mostly need neither.
TEST_F(BadInput, NoLibraryThatIsRarelyNeeded) {
  const std::string libraries = folder_.shell(std::string("ldd ") + TIZZA_BINARY);
  EXPECT_EQ(libraries.find("libcurl"), std::string::npos);
  EXPECT_EQ(libraries.find("libgit2"), std::string::npos);
}

}  // namespace
}  // namespace tizza
