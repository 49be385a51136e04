#include <gtest/gtest.h>
#include <unistd.h>

#include "base/strings.hpp"
#include "support/pseudo_terminal.hpp"
#include "support/temporary_folder.hpp"

/// The real binary on real streams: terminals, pipes, full disks.
namespace tizza {
namespace {

using testing::PseudoTerminal;
using testing::TemporaryFolder;

/// Runs a shell line on a terminal, in a folder where nothing is configured.
class Session {
 public:
  explicit Session(const std::string& line)
      : terminal_([&] {
          const std::string script = "cd " + shell_quote(folder_.path()) +
                                     " && export HOME=$PWD TERM=xterm && unset NO_COLOR CI; " +
                                     line;
          execl("/bin/sh", "sh", "-c", script.c_str(), nullptr);
          _exit(127);
        }) {}

  PseudoTerminal& terminal() { return terminal_; }
  const TemporaryFolder& folder() const { return folder_; }

 private:
  TemporaryFolder folder_;
  PseudoTerminal terminal_;
};

const std::string kTizza = TIZZA_BINARY;

TEST(OnATerminal, ColoursUnlessToldOtherwise) {
  Session coloured(kTizza + " config list");
  EXPECT_EQ(coloured.terminal().finish(), 0);
  EXPECT_NE(coloured.terminal().screen().find("\x1b[1mKEY"), std::string::npos);
  for (const std::string& line :
       {"NO_COLOR=1 " + kTizza + " config list", "TERM=dumb " + kTizza + " config list",
        kTizza + " config list --color never"}) {
    Session plain(line);
    EXPECT_EQ(plain.terminal().finish(), 0);
    EXPECT_EQ(plain.terminal().screen().find('\x1b'), std::string::npos) << line;
  }
}

TEST(OnATerminal, FitsIntoItsWidth) {
  Session session("stty cols 40; " + kTizza + " config list --color never");
  EXPECT_EQ(session.terminal().finish(), 0);
  for (const auto line : split_lines(session.terminal().screen())) EXPECT_LE(line.size(), 40u);
}

TEST(OnATerminal, EndsAtCtrlCWithoutATrace) {
  Session session(kTizza + " new");
  ASSERT_TRUE(session.terminal().wait_for("Template: "));
  session.terminal().wait_for_raw_mode();
  session.terminal().type("\x03");
  EXPECT_EQ(session.terminal().finish(), 130);
  EXPECT_TRUE(session.terminal().screen().ends_with("\n"));
  EXPECT_EQ(session.folder().shell("ls -A"), "");
}

TEST(InAPipe, ClosedByItsReaderKeepsTheVerdict) {
  TemporaryFolder folder;
  EXPECT_EQ(folder.shell("set +e; { " + kTizza + " help; echo $? >&2; } 2>&1 >/dev/full | tail -1"),
            "2\n");
  // The reader is gone before a byte is written.
  EXPECT_EQ(folder.shell("mkfifo pipe; set +e; (exec 3<>pipe; exec 4>pipe; exec 3>&-; " + kTizza +
                         " help >&4; echo $?)"),
            "0\n");
}

TEST(InAPipe, WhatNobodyCouldSeeIsNoSuccess) {
  TemporaryFolder folder;
  EXPECT_EQ(folder.shell("set +e; " + kTizza + " --version >&- 2>said; echo $?"), "2\n");
  EXPECT_EQ(folder.text("said"), "error[file]: cannot write standard output: it is closed\n");
  EXPECT_EQ(folder.shell("set +e; " + kTizza + " registry init 2>&-; echo $?"), "0\n");
}

}  // namespace
}  // namespace tizza
