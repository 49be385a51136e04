#include "base/strings.hpp"

#include <gtest/gtest.h>

namespace tizza {
namespace {

using Pieces = std::vector<std::string_view>;

TEST(Strings, SplitsAtEverySeparator) {
  EXPECT_EQ(split("a,,b", ','), (Pieces{"a", "", "b"}));
  EXPECT_EQ(split("", ','), (Pieces{""}));
}

TEST(Strings, SplitsLinesWithoutTheirEnds) {
  EXPECT_EQ(split_lines("a\r\n\nb\n"), (Pieces{"a", "", "b"}));
  EXPECT_TRUE(split_lines("").empty());
}

TEST(Strings, TrimsBothEnds) {
  EXPECT_EQ(trim(" \t a b\r\n"), "a b");
  EXPECT_EQ(trim(" \n"), "");
}

TEST(Strings, ReplacesEveryOccurrenceOnce) {
  EXPECT_EQ(replace_all("aaa", "a", "aa"), "aaaaaa");
  EXPECT_EQ(replace_all("abc", "", "x"), "abc");
}

TEST(Strings, NamesAListInOneSentence) {
  EXPECT_EQ(quoted_list({"a"}), "`a`");
  EXPECT_EQ(quoted_list({"a", "b", "c"}, "or"), "`a`, `b` or `c`");
}

TEST(Strings, CountsInWords) {
  EXPECT_EQ(counted(1, "finding"), "1 finding");
  EXPECT_EQ(counted(0, "finding"), "0 findings");
  EXPECT_EQ(counted(2, "entry", "entries"), "2 entries");
}

TEST(ShellQuote, LeavesHarmlessWordsAndQuotesAllOthers) {
  EXPECT_EQ(shell_quote("tizza-app"), "tizza-app");
  EXPECT_EQ(shell_quote(""), "''");
  EXPECT_EQ(shell_quote("a b"), "'a b'");
  EXPECT_EQ(shell_quote("it's; rm -rf /"), "'it'\\''s; rm -rf /'");
  EXPECT_EQ(shell_quote("~root"), "'~root'");
}

}  // namespace
}  // namespace tizza
