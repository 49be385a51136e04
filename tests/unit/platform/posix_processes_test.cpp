#include "platform/posix_processes.hpp"

#include <gtest/gtest.h>

#include <chrono>
#include <csignal>
#include <filesystem>

#include "platform/posix_terminal.hpp"
#include "support/fake_terminal.hpp"
#include "support/pseudo_terminal.hpp"
#include "support/temporary_folder.hpp"

namespace tizza::platform {
namespace {

using namespace std::chrono_literals;

class PosixProcessesTest : public ::testing::Test {
 protected:
  static ProcessRequest script(const std::string& text) {
    ProcessRequest request;
    request.argv = {"sh", "-c", text};
    return request;
  }

  PosixInterrupts interrupts_;
  testing::FakeTerminal terminal_;
  PosixProcesses processes_{interrupts_, terminal_};
};

TEST_F(PosixProcessesTest, CapturesBothStreams) {
  const auto result = processes_.run(script("echo out; echo err >&2; exit 3"));
  ASSERT_TRUE(result.ok());
  EXPECT_EQ(result->output, "out\n");
  EXPECT_EQ(result->errors, "err\n");
  EXPECT_EQ(result->exit_code, 3);
}

TEST_F(PosixProcessesTest, FeedsMoreThanAPipeHolds) {
  ProcessRequest request = script("cat");
  request.input = std::string(1'000'000, 'x');
  const auto result = processes_.run(request);
  EXPECT_EQ(result->output, request.input);
}

TEST_F(PosixProcessesTest, OutlivesAChildThatDoesNotReadItsInput) {
  ProcessRequest request = script("exit 0");
  request.input = std::string(1'000'000, 'x');
  EXPECT_EQ(processes_.run(request)->exit_code, 0);
  // Its end of the pipe is closed long before it ends.
  request.argv = {"sh", "-c", "exec <&-; sleep 0.1"};
  EXPECT_EQ(processes_.run(request)->exit_code, 0);
}

TEST_F(PosixProcessesTest, HasNoInputUnlessGiven) {
  EXPECT_EQ(processes_.run(script("cat"))->output, "");
}

TEST_F(PosixProcessesTest, StreamsChunksAsTheyCome) {
  std::string seen;
  const auto result = processes_.run(
      script("echo one; echo two >&2"), [&](ProcessStream stream, std::string_view bytes) {
        seen += (stream == ProcessStream::kOutput ? "out:" : "err:") + std::string(bytes);
      });
  EXPECT_NE(seen.find("out:one\n"), std::string::npos);
  EXPECT_NE(seen.find("err:two\n"), std::string::npos);
}

TEST_F(PosixProcessesTest, SaysThatAProgramIsAbsent) {
  ProcessRequest request;
  request.argv = {"tizza-no-such-program"};
  EXPECT_EQ(processes_.run(request).error().diagnostic.message,
            "cannot start `tizza-no-such-program`: no such program");
  request.argv = {"sh"};
  request.directory = "/nowhere";
  EXPECT_EQ(processes_.run(request).error().diagnostic.message,
            "cannot start `sh` in `/nowhere`: no such folder");
  EXPECT_FALSE(processes_.run(ProcessRequest{}).ok());
}

TEST_F(PosixProcessesTest, ChangesDirectoryAndEnvironment) {
  const testing::TemporaryFolder folder;
  setenv("TIZZA_TEST_A", "ours", 1);
  setenv("TIZZA_TEST_B", "ours", 1);
  setenv("TIZZA_TEST_C", "ours", 1);
  ProcessRequest request =
      script("pwd; echo \"$TIZZA_TEST_A $TIZZA_TEST_B ${TIZZA_TEST_C-unset}\"");
  request.directory = folder.path();
  request.environment = {{"TIZZA_TEST_B", "theirs"}};
  request.removed_environment = {"TIZZA_TEST_C"};
  EXPECT_EQ(processes_.run(request)->output, folder.path() + "\nours theirs unset\n");
  for (const char* name : {"TIZZA_TEST_A", "TIZZA_TEST_B", "TIZZA_TEST_C"}) unsetenv(name);
}

TEST_F(PosixProcessesTest, EndsWhatOutstaysItsDeadline) {
  // The shell and its child both have to go, or the pipe would stay open.
  ProcessRequest request = script("echo started; sleep 1000; echo never");
  request.deadline = 50ms;
  const auto result = processes_.run(request);
  EXPECT_TRUE(result->timed_out);
  EXPECT_EQ(result->exit_code, 128 + 15);
  EXPECT_EQ(result->output, "started\n");
}

TEST_F(PosixProcessesTest, KillsWhatIgnoresTheFirstSignal) {
  ProcessRequest request = script("trap '' TERM; while :; do sleep 0.1; done");
  request.deadline = 50ms;
  EXPECT_EQ(processes_.run(request)->exit_code, 128 + 9);
}

TEST_F(PosixProcessesTest, DoesNotWaitForADaemonLeftBehind) {
  ProcessRequest request = script("sleep 1000 & echo $!");
  const auto result = processes_.run(request);
  ASSERT_TRUE(result.ok());
  EXPECT_EQ(kill(std::stoi(result->output), SIGKILL), 0) << "the daemon should still be there";
}

TEST_F(PosixProcessesTest, GivesACapturedChildNoTerminal) {
  EXPECT_NE(processes_.run(script("exec 3</dev/tty"))->exit_code, 0);
}

TEST_F(PosixProcessesTest, RestoresTheDefaultOfSigpipe) {
  // `yes` ends by the signal; with it ignored it would complain on standard error.
  EXPECT_EQ(processes_.run(script("yes | head -1"))->errors, "");
}

TEST_F(PosixProcessesTest, LeaksNoDescriptors) {
  const testing::TemporaryFolder folder;
  const auto count = [] {
    const std::filesystem::directory_iterator all("/proc/self/fd");
    return std::distance(begin(all), end(all));
  };
  ProcessRequest request = script("ls /proc/self/fd | wc -l");
  request.input = "x";
  const std::string first = processes_.run(request)->output;
  const auto before = count();
  for (int i = 0; i < 20; ++i) EXPECT_EQ(processes_.run(request)->output, first);
  EXPECT_EQ(count(), before);
}

TEST_F(PosixProcessesTest, PassesSignalsOn) {
  const InterruptHold hold(interrupts_);
  const auto result = processes_.run(
      script("trap 'echo passed on; exit 7' TERM; kill -TERM $PPID; while :; do sleep 1; done"));
  EXPECT_EQ(result->output, "passed on\n");
  EXPECT_EQ(result->exit_code, 7);
  EXPECT_EQ(interrupts_.take(), SIGTERM);
}

/// Runs `text` with our terminal, and says how it ended.
void run_on_terminal(const std::string& text) {
  PosixInterrupts interrupts;
  PosixTerminal terminal(interrupts);
  PosixProcesses processes(interrupts, terminal);
  ProcessRequest request;
  request.argv = {"sh", "-c", text};
  request.inherit_terminal = true;
  terminal.out("before");
  const int code = processes.run(request)->exit_code;
  terminal.out("ended with " + std::to_string(code) + "\n");
}

TEST_F(PosixProcessesTest, LendsTheTerminalToAChild) {
  testing::PseudoTerminal screen([] { run_on_terminal("read x; echo \"child got $x\""); });
  ASSERT_TRUE(screen.wait_for("before")) << "flushed before the child writes";
  screen.type("pizza\n");
  EXPECT_TRUE(screen.wait_for("child got pizza"));
  EXPECT_TRUE(screen.wait_for("ended with 0"));
}

TEST_F(PosixProcessesTest, LeavesCtrlCToAChildOnTheTerminal) {
  testing::PseudoTerminal screen(
      [] { run_on_terminal("trap 'echo trapped; exit 3' INT; echo ready; read x"); });
  ASSERT_TRUE(screen.wait_for("ready"));
  screen.type("\x03");
  EXPECT_TRUE(screen.wait_for("ended with 3"));
  EXPECT_EQ(screen.finish(), 0);
}

TEST_F(PosixProcessesTest, EndsWithAChildThatCtrlCEnded) {
  testing::PseudoTerminal screen([] { run_on_terminal("echo ready; exec sleep 1000"); });
  ASSERT_TRUE(screen.wait_for("ready"));
  screen.type("\x03");
  EXPECT_EQ(screen.finish(), 130);
}

TEST_F(PosixProcessesTest, OpensOnlyWebPages) {
  const testing::TemporaryFolder folder;
  folder.add("browser", "#!/bin/sh\n");
  std::filesystem::permissions(folder / "browser", std::filesystem::perms(0755));
  setenv("BROWSER", (folder / "browser").c_str(), 1);
  EXPECT_TRUE(processes_.open_url("https://ci.tizza.com/deploy"));
  EXPECT_FALSE(processes_.open_url("--help"));
  EXPECT_FALSE(processes_.open_url("file:///etc/passwd"));
  setenv("BROWSER", "tizza-no-such-browser", 1);
  EXPECT_FALSE(processes_.open_url("https://ci.tizza.com/deploy"));
  unsetenv("BROWSER");
}

}  // namespace
}  // namespace tizza::platform
