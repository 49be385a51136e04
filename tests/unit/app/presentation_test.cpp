#include "app/presentation.hpp"

#include <gtest/gtest.h>

#include "support/fake_context.hpp"

namespace tizza::app {
namespace {

using commands::Arguments;
using testing::FakeContext;

Arguments with_color(const char* when) {
  Arguments arguments;
  arguments.set_flag("color", {when});
  return arguments;
}

class Colour : public ::testing::Test {
 protected:
  Colour() {
    fake.terminal.all_terminals(true);
    fake.environment.variables["TERM"] = "xterm";
  }
  bool out(const char* when = "auto") {
    return settle_presentation(with_color(when), fake.context).colour_out;
  }
  FakeContext fake;
};

TEST_F(Colour, FollowsTheTerminal) {
  EXPECT_TRUE(out());
  fake.environment.variables["TERM"] = "dumb";
  EXPECT_FALSE(out());
  fake.environment.variables.erase("TERM");
  EXPECT_FALSE(out());
}

TEST_F(Colour, IsSettledForEachStream) {
  fake.terminal.out_tty = false;
  const auto presentation = settle_presentation(with_color("auto"), fake.context);
  EXPECT_FALSE(presentation.colour_out);
  EXPECT_TRUE(presentation.colour_err);
  EXPECT_FALSE(presentation.links);
}

TEST_F(Colour, IsForcedByAVariableUnlessAnotherForbidsIt) {
  fake.terminal.all_terminals(false);
  EXPECT_FALSE(out());
  fake.environment.variables["CLICOLOR_FORCE"] = "0";
  EXPECT_FALSE(out());
  fake.environment.variables["CLICOLOR_FORCE"] = "1";
  EXPECT_TRUE(out());
  fake.environment.variables["NO_COLOR"] = "";
  EXPECT_TRUE(out());
  fake.environment.variables["NO_COLOR"] = "1";
  EXPECT_FALSE(out());
}

TEST_F(Colour, ObeysTheFlagFirst) {
  EXPECT_FALSE(out("never"));
  fake.terminal.all_terminals(false);
  fake.environment.variables["NO_COLOR"] = "1";
  EXPECT_TRUE(out("always"));
}

TEST(Presentation, MayAskOnlyWhereSomebodySits) {
  FakeContext fake;
  fake.terminal.all_terminals(true);
  EXPECT_TRUE(settle_presentation({}, fake.context).may_ask);
  Arguments silent;
  silent.set_flag("no-input", {});
  EXPECT_FALSE(settle_presentation(silent, fake.context).may_ask);
  fake.terminal.in_tty = false;
  EXPECT_FALSE(settle_presentation({}, fake.context).may_ask);
  fake.terminal.all_terminals(true);
  fake.terminal.out_tty = false;
  EXPECT_FALSE(settle_presentation({}, fake.context).may_ask);
}

TEST(Presentation, ShowsProgressOnlyOnATerminalOfAPerson) {
  FakeContext fake;
  EXPECT_FALSE(settle_presentation({}, fake.context).progress);
  fake.terminal.err_tty = true;
  EXPECT_TRUE(settle_presentation({}, fake.context).progress);
  fake.environment.variables["CI"] = "true";
  EXPECT_FALSE(settle_presentation({}, fake.context).progress);
  fake.environment.variables.clear();
  Arguments quiet;
  quiet.set_flag("no-progress", {});
  EXPECT_FALSE(settle_presentation(quiet, fake.context).progress);
}

TEST(EarlyFlags, AreFoundOnALineThatCannotBeRead) {
  EXPECT_EQ(early_flags({"--bogus", "--json"}).get("format"), "json");
  EXPECT_EQ(early_flags({"--json", "--format", "pretty"}).get("format"), "json");
  EXPECT_EQ(early_flags({"--format=jsonl"}).get("format"), "jsonl");
  EXPECT_EQ(early_flags({"--color", "never", "--color=always"}).get("color"), "always");
  EXPECT_FALSE(early_flags({"--", "--json"}).has("format"));
  EXPECT_FALSE(early_flags({"--format"}).has("format"));
}

}  // namespace
}  // namespace tizza::app
