#include "platform/posix_terminal.hpp"

#include "platform/descriptor.hpp"

#include <gtest/gtest.h>
#include <poll.h>
#include <signal.h>
#include <unistd.h>

#include <cstdlib>

#include "support/pseudo_terminal.hpp"
#include "support/temporary_folder.hpp"

namespace tizza::platform {
namespace {

using testing::PseudoTerminal;

constexpr const char* kUp = "\x1b[A";
constexpr const char* kLeft = "\x1b[D";

/// What a program under test says about one answer: `got [text]`, or `verdict N`.
void tell(PosixTerminal& terminal, const Result<std::string>& answer) {
  if (answer) {
    terminal.out("got [" + *answer + "]\n");
  } else {
    terminal.out("verdict " + std::to_string(static_cast<int>(answer.error().verdict)) + "\n");
  }
}

std::string verdict(Verdict value) {
  return "verdict " + std::to_string(static_cast<int>(value));
}

/// How ask_line ends after an answer that is none.
constexpr int kVerdict = 10;

void ask_line() {
  setenv("TERM", "xterm", 1);
  PosixInterrupts interrupts;
  PosixTerminal terminal(interrupts);
  const auto answer = terminal.read_line("first line\n\x1b[1mname\x1b[0m: ");
  tell(terminal, answer);
  terminal.flush();
  if (!answer) _exit(kVerdict + static_cast<int>(answer.error().verdict));
}

void ask_secret() {
  PosixInterrupts interrupts;
  PosixTerminal terminal(interrupts);
  tell(terminal, terminal.read_secret("token: "));
  tell(terminal, terminal.read_line("again: "));
}

TEST(PosixTerminal, KnowsThatItIsATerminal) {
  PseudoTerminal screen([] {
    PosixInterrupts interrupts;
    PosixTerminal terminal(interrupts);
    terminal.out(std::to_string(terminal.in_is_terminal() && terminal.out_is_terminal() &&
                                terminal.err_is_terminal()) +
                 " " + std::to_string(terminal.width()) + "\n");
  });
  EXPECT_TRUE(screen.wait_for("1 80"));
}

TEST(PosixTerminal, EditsALine) {
  PseudoTerminal screen(ask_line);
  ASSERT_TRUE(screen.wait_for("name"));
  screen.wait_for_raw_mode();
  screen.type(std::string("culnary") + kLeft + kLeft + kLeft + kLeft + "i\n");
  EXPECT_TRUE(screen.wait_for("got [culinary]")) << screen.screen();
  EXPECT_EQ(screen.finish(), 0);
}

TEST(PosixTerminal, TakesCharactersOfAllAlphabets) {
  PseudoTerminal screen(ask_line);
  ASSERT_TRUE(screen.wait_for("name"));
  screen.wait_for_raw_mode();
  screen.type(std::string(kUp) + "Zoé 日本\x7f\n");
  EXPECT_TRUE(screen.wait_for("got [Zoé 日]")) << screen.screen();
}

TEST(PosixTerminal, TakesCtrlCAsAnAnswer) {
  PseudoTerminal screen(ask_line);
  ASSERT_TRUE(screen.wait_for("name"));
  screen.wait_for_raw_mode();
  screen.type("half\x03");
  EXPECT_EQ(screen.finish(), kVerdict + static_cast<int>(Verdict::kInterrupted));
}

TEST(PosixTerminal, TakesCtrlDAsTheEnd) {
  PseudoTerminal screen(ask_line);
  ASSERT_TRUE(screen.wait_for("name"));
  screen.wait_for_raw_mode();
  screen.type("\x04");
  EXPECT_EQ(screen.finish(), kVerdict + static_cast<int>(Verdict::kNeedsPerson));
}

TEST(PosixTerminal, ReportsOtherSignals) {
  PseudoTerminal screen(ask_line);
  ASSERT_TRUE(screen.wait_for("name"));
  screen.wait_for_raw_mode();
  kill(screen.child(), SIGTERM);
  EXPECT_EQ(screen.finish(), kVerdict + static_cast<int>(Verdict::kTerminated));
}

TEST(PosixTerminal, DropsWhatWasTypedAhead) {
  PseudoTerminal screen([] {
    setenv("TERM", "xterm", 1);
    PosixInterrupts interrupts;
    PosixTerminal terminal(interrupts);
    terminal.err("working\n");
    pollfd typed = {STDIN_FILENO, POLLIN, 0};
    poll(&typed, 1, -1);
    terminal.drop_typed_ahead();
    tell(terminal, terminal.read_line("now: "));
  });
  ASSERT_TRUE(screen.wait_for("working"));
  screen.type("early\n");
  ASSERT_TRUE(screen.wait_for("now: "));
  screen.wait_for_raw_mode();
  screen.type("late\n");
  EXPECT_TRUE(screen.wait_for("got [late]")) << screen.screen();
}

TEST(PosixTerminal, HidesSecrets) {
  PseudoTerminal screen(ask_secret);
  ASSERT_TRUE(screen.wait_for("token: "));
  screen.type("hunter2\n");
  EXPECT_TRUE(screen.wait_for("got [hunter2]"));
  EXPECT_EQ(screen.screen().substr(0, screen.screen().find("got")), "token: \n");
  ASSERT_TRUE(screen.wait_for("again: "));
  screen.type("shown\n");
  EXPECT_TRUE(screen.wait_for("shown\n")) << "the echo is back";
}

TEST(PosixTerminal, BringsTheEchoBackAfterCtrlC) {
  PseudoTerminal screen(ask_secret);
  ASSERT_TRUE(screen.wait_for("token: "));
  screen.type("hunt\x03");
  EXPECT_TRUE(screen.wait_for(verdict(Verdict::kInterrupted)));
  ASSERT_TRUE(screen.wait_for("again: "));
  screen.type("shown\n");
  EXPECT_TRUE(screen.wait_for("shown\n"));
}

TEST(PosixTerminal, EndsTheLineWhereCtrlCEndsTheProcess) {
  PseudoTerminal screen([] {
    PosixInterrupts interrupts;
    PosixTerminal terminal(interrupts);
    terminal.err("working");
    while (true) pause();
  });
  ASSERT_TRUE(screen.wait_for("working"));
  screen.type("\x03");
  EXPECT_EQ(screen.finish(), 130);
  EXPECT_EQ(screen.screen(), "working^C\n");
}

/// The same program with pipes and files in place of the terminal.
class Redirected : public ::testing::Test {
 protected:
  /// Runs `program` with the streams as given; what it printed on standard error.
  static void expect_exit(const char* in, const char* out, int code,
                          void (*program)(PosixTerminal&), const char* errors) {
    EXPECT_EXIT(
        {
          ASSERT_TRUE(freopen(in, "r", stdin) && freopen(out, "w", stdout));
          PosixInterrupts interrupts;
          PosixTerminal terminal(interrupts);
          program(terminal);
          terminal.flush();
          exit(terminal.output_status() ? 0 : 2);
        },
        ::testing::ExitedWithCode(code), errors);
  }
};

TEST_F(Redirected, ReadsLinesFromAFile) {
  const testing::TemporaryFolder folder;
  folder.add("input", "one\r\ntwo");
  expect_exit(
      (folder / "input").c_str(), "/dev/null", 0,
      [](PosixTerminal& terminal) {
        for (int i = 0; i < 3; ++i) {
          const auto line = terminal.read_line("? ");
          terminal.err(line ? "[" + *line + "]" : line.error().diagnostic.message);
        }
      },
      "\\? \\[one\\]\\? \\[two\\]\\? standard input ended before the question was answered");
}

TEST_F(Redirected, ReadsAllOfTheInput) {
  const testing::TemporaryFolder folder;
  folder.add("input", std::string(200'000, 'x'));
  expect_exit(
      (folder / "input").c_str(), "/dev/null", 0,
      [](PosixTerminal& terminal) { terminal.err(std::to_string(terminal.read_all()->size())); },
      "200000");
}

TEST_F(Redirected, TellsThatTheInputIsClosed) {
  EXPECT_EXIT(
      {
        close(STDIN_FILENO);
        const StandardStreams streams;
        PosixInterrupts interrupts;
        PosixTerminal terminal(interrupts);
        terminal.err(terminal.read_all().error().diagnostic.message);
        terminal.err(", " + terminal.read_line("? ").error().diagnostic.message);
        exit(0);
      },
      ::testing::ExitedWithCode(0),
      "standard input is closed\\? , standard input ended before the question was answered");
}

TEST_F(Redirected, TellsThatTheDiskIsFull) {
  expect_exit(
      "/dev/null", "/dev/full", 2,
      [](PosixTerminal& terminal) {
        terminal.out("data");
        terminal.flush();
        terminal.err(terminal.output_status().error().diagnostic.message);
      },
      "cannot write standard output: no space left on device");
}

TEST_F(Redirected, DropsWhatNobodyReads) {
  EXPECT_EXIT(
      {
        int ends[2];
        ASSERT_EQ(pipe(ends), 0);
        close(ends[0]);
        dup2(ends[1], STDOUT_FILENO);
        PosixInterrupts interrupts;
        PosixTerminal terminal(interrupts);
        for (int i = 0; i < 100'000; ++i) terminal.out("a line that nobody reads\n");
        terminal.flush();
        exit(terminal.output_status() ? 7 : 1);
      },
      ::testing::ExitedWithCode(7), "");
}

}  // namespace
}  // namespace tizza::platform
