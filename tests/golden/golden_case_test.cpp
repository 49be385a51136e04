#include "golden/golden_case.hpp"

#include <gtest/gtest.h>

#include "support/command_line.hpp"
#include "support/line_diff.hpp"

namespace tizza::testing {
namespace {

constexpr const char* kText =
    "# What it shows.\n"
    "terminal yes\n"
    "env TIZZA_X=a=b\n"
    "$ tizza check 'a b'\n"
    "exit 1\n"
    "$ tizza list\n"
    "-- in/a.yaml --\n"
    "x: 1\n"
    "-- stderr --\n"
    "error\n"
    "-- out/a.yaml --\n"
    "x: 2\n";

TEST(GoldenCase, ReadsWhatItPrints) {
  std::string problem;
  const GoldenCase golden = parse_golden(kText, problem);
  EXPECT_EQ(problem, "");
  EXPECT_TRUE(golden.terminal);
  EXPECT_FALSE(golden.real);
  EXPECT_EQ(golden.environment.at("TIZZA_X"), "a=b");
  ASSERT_EQ(golden.commands.size(), 2u);
  EXPECT_EQ(golden.commands[0].exit_code, 1);
  EXPECT_EQ(golden.section("in/a.yaml"), "x: 1\n");
  EXPECT_EQ(golden.section("stdout"), "");
  EXPECT_EQ(print_golden(golden), kText);
}

TEST(GoldenCase, AddsStreamsInTheirPlace) {
  std::string problem;
  GoldenCase golden = parse_golden(kText, problem);
  golden.set_section("stdout", "data\n");
  golden.set_section("stderr", "changed\n");
  EXPECT_NE(print_golden(golden).find("-- stdout --\ndata\n-- stderr --\nchanged\n-- out/a.yaml"),
            std::string::npos);
}

TEST(GoldenCase, RefusesWhatItDoesNotKnow) {
  std::string problem;
  parse_golden("# x\nterminal no\n$ tizza\n", problem);
  EXPECT_EQ(problem, "not understood: terminal no");
  parse_golden("# x\n", problem);
  EXPECT_EQ(problem, "there is no `$` line");
}

TEST(GoldenCase, SplitsWordsLikeAShell) {
  EXPECT_EQ(split_words(R"(tizza  a 'b "c' "d \" e" f\ g '')"),
            (std::vector<std::string>{"tizza", "a", "b \"c", "d \" e", "f g", ""}));
}

TEST(GoldenCase, StripsColoursAndLinks) {
  EXPECT_EQ(strip_escapes("\x1b[1;31merror\x1b[0m: \x1b]8;;http://x\x1b\\text\x1b]8;;\x1b\\!"),
            "error: text!");
  EXPECT_EQ(strip_escapes("a\x1b[Kb\x1b"), "ab\x1b");
}

TEST(LineDiff, MarksWhatChanged) {
  EXPECT_EQ(line_diff("a\nb\n", "a\nb\n"), "");
  EXPECT_EQ(line_diff("a\nb\nc\n", "a\nx\nc\n"), " a\n-b\n+x\n c\n \n");
}

}  // namespace
}  // namespace tizza::testing
