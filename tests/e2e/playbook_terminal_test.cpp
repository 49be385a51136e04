// The runner in front of a person: what was typed before a question was shown does not answer it,
// and Ctrl-C says how the run goes on.
#include <gtest/gtest.h>
#include <unistd.h>

#include "base/strings.hpp"
#include "support/pseudo_terminal.hpp"
#include "support/temporary_folder.hpp"

namespace tizza::testing {
namespace {

/// Two steps; the first one waits for a line from the fifo `typed`.
constexpr const char* kPlaybook =
    "apiVersion: tizza/v1\n"
    "playbook: bake\n"
    "title: Bake\n"
    "steps:\n"
    "  - {id: heat, run: 'echo hot; read go <typed', repeat: safe}\n"
    "  - {id: burn, run: touch burnt, repeat: safe}\n";

class PlaybookTerminal : public ::testing::Test {
 protected:
  PlaybookTerminal() {
    folder_.add("bake.yaml", kPlaybook);
    folder_.shell("mkfifo typed");
  }

  std::string script(const std::string& arguments) const {
    return "cd " + shell_quote(folder_.path()) +
           " && export HOME=$PWD/home TERM=xterm NO_COLOR=1 && unset CI TIZZA_REGISTRY "
           "XDG_STATE_HOME XDG_CONFIG_HOME; " +
           shell_quote(TIZZA_BINARY) + " trust bake.yaml && exec " + shell_quote(TIZZA_BINARY) +
           " " + arguments;
  }

  static void answer(PseudoTerminal& terminal, const std::string& prompt, const std::string& keys) {
    ASSERT_TRUE(terminal.wait_for(prompt)) << terminal.screen();
    terminal.wait_for_raw_mode();
    terminal.type(keys);
  }

  TemporaryFolder folder_;
};

TEST_F(PlaybookTerminal, WhatWasTypedAheadRunsNoStep) {
  PseudoTerminal terminal([&] {
    execl("/bin/sh", "sh", "-c", script("playbook run bake.yaml").c_str(), nullptr);
    _exit(127);
  });
  answer(terminal, "run it? [run] (? for more): ", "\n");
  ASSERT_TRUE(terminal.wait_for("| hot")) << terminal.screen();
  terminal.type("\n\nrun\n");
  // The line discipline has it all once it has echoed the last of it.
  ASSERT_TRUE(terminal.wait_for("run\n")) << terminal.screen();
  folder_.shell("echo go >typed");
  answer(terminal, "run it? [run] (? for more): ", "pause\n");
  EXPECT_EQ(terminal.finish(), 3) << terminal.screen();
  EXPECT_EQ(folder_.shell("ls"), "bake.yaml\nhome\ntyped\n") << terminal.screen();
}

TEST_F(PlaybookTerminal, CtrlCSaysHowTheRunGoesOn) {
  PseudoTerminal terminal([&] {
    execl("/bin/sh", "sh", "-c", script("playbook run bake.yaml").c_str(), nullptr);
    _exit(127);
  });
  answer(terminal, "run it? [run] (? for more): ", "\x03");
  ASSERT_TRUE(terminal.wait_for(" has stopped; go on with:")) << terminal.screen();
  ASSERT_TRUE(terminal.wait_for("tizza playbook resume ")) << terminal.screen();
  EXPECT_EQ(terminal.finish(), 130);
}

}  // namespace
}  // namespace tizza::testing
