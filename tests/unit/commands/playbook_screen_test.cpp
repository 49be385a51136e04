#include "commands/playbook_screen.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/fake_context.hpp"

namespace tizza::commands {
namespace {

using ::testing::HasSubstr;

class PlaybookScreenTest : public ::testing::Test {
 protected:
  PlaybookScreenTest() {
    fake_.terminal.all_terminals(true);
    fake_.context.presentation.may_ask = true;
  }

  std::string decide() {
    const playbook::Question question{
        "run it?", {{"run", "do it now"}, {"skip", "leave it out", "reason"}}, "run"};
    const auto decision = screen_.decide(step_, question);
    return decision.ok() ? decision->option : decision.error().diagnostic.message;
  }

  testing::FakeContext fake_;
  PlaybookScreen screen_{fake_.context};
  playbook::StepView step_;
};

TEST_F(PlaybookScreenTest, WhatWasTypedAheadIsNoAnswer) {
  fake_.terminal.typed_ahead = {"", "run"};
  fake_.terminal.answers = {"skip", "no time"};
  EXPECT_EQ(decide(), "skip");
}

TEST_F(PlaybookScreenTest, AnEmptyLineMeansTheDefaultThatIsShown) {
  fake_.terminal.answers = {""};
  EXPECT_EQ(decide(), "run");
  EXPECT_THAT(fake_.terminal.err_text(), HasSubstr("run it? [run] (? for more): "));
}

TEST_F(PlaybookScreenTest, HelpTellsTheLetterOfEachWay) {
  fake_.terminal.answers = {"?", "r"};
  EXPECT_EQ(decide(), "run");
  EXPECT_THAT(fake_.terminal.err_text(), HasSubstr("r, run   do it now (also an empty line)\n"));
  EXPECT_THAT(fake_.terminal.err_text(), HasSubstr("s, skip  leave it out\n"));
}

TEST_F(PlaybookScreenTest, ACommandOfSeveralLinesIsIndentedAsAWhole) {
  step_.lines = {"for i in 1 2; do\n  echo $i\ndone\n"};
  screen_.show(step_);
  EXPECT_THAT(fake_.terminal.err_text(), HasSubstr("\n  for i in 1 2; do\n    echo $i\n  done\n"));
}

TEST_F(PlaybookScreenTest, BreaksProseAtBlanksAndCommandsNowhere) {
  fake_.terminal.columns = 24;
  step_.lines = {"Look at the graphs of the oven."};
  step_.is_prose = true;
  screen_.show(step_);
  EXPECT_THAT(fake_.terminal.err_text(), HasSubstr("  Look at the graphs of\n  the oven.\n"));
  step_.is_prose = false;
  screen_.show(step_);
  EXPECT_THAT(fake_.terminal.err_text(), HasSubstr("  Look at the graphs of the oven.\n"));
}

}  // namespace
}  // namespace tizza::commands
