#include "expr/shell_context.hpp"

#include <gtest/gtest.h>

namespace tizza::expr {
namespace {

/// The line with `value` at each `@`, quoted; where it cannot be, `!` and the reason.
std::string filled(std::string_view line, std::string_view value) {
  ShellContext context;
  std::string text;
  for (const char c : line) {
    if (c != '@') {
      text += c;
      context.read(std::string_view(&c, 1));
      continue;
    }
    if (!context.doubt().empty()) return "! " + std::string(context.doubt());
    text += context.quote(value);
    context.read_value();
  }
  return text;
}

TEST(ShellContext, QuotesForThePlaceOfTheValue) {
  EXPECT_EQ(filled("echo @", "a b"), "echo 'a b'");
  EXPECT_EQ(filled("echo a@b", "$(x)"), "echo a'$(x)'b");
  EXPECT_EQ(filled("echo \"@\" @", "$(x)`y`\"\\'"),
            "echo \"\\$(x)\\`y\\`\\\"\\\\'\" '$(x)`y`\"\\'\\'''");
  EXPECT_EQ(filled("echo '@' @", "it's"), "echo 'it'\\''s' 'it'\\''s'");
  EXPECT_EQ(filled("echo '\"@\"'", "a\"b"), "echo '\"a\"b\"'");
  EXPECT_EQ(filled("echo \"it's @\"", "a'b"), "echo \"it's a'b\"");
  EXPECT_EQ(filled("echo \\\"@", "a b"), "echo \\\"'a b'");
  EXPECT_EQ(filled("echo \"\\\"@\"", "a b"), "echo \"\\\"a b\"");
  EXPECT_EQ(filled("a\n@ # it's\n@", "x y"), "a\n'x y' # it's\n'x y'");
  EXPECT_EQ(filled("echo a#'@'", "x y"), "echo a#'x y'");
}

TEST(ShellContext, GoesOnBehindWhatItLeavesAlone) {
  EXPECT_EQ(filled("a=$(b \"c)\" | (d)) @", "x y"), "a=$(b \"c)\" | (d)) 'x y'");
  EXPECT_EQ(filled("\"$(b \"c\")@\"", "x y"), "\"$(b \"c\")x y\"");
  EXPECT_EQ(filled("`b 'c` @", "x y"), "`b 'c` 'x y'");
  EXPECT_EQ(filled("${HOME}/@ \"${#a}@\"", "x y"), "${HOME}/'x y' \"${#a}x y\"");
  EXPECT_EQ(filled("cat <<<@", "x y"), "cat <<<'x y'");
  EXPECT_EQ(filled("cat <<E >@", "x y"), "cat <<E >'x y'");
}

TEST(ShellContext, SaysWhereItCannotTell) {
  EXPECT_EQ(filled("cat <<E\n@\nE", "x"), "! in a here-document");
  EXPECT_EQ(filled("cat <<A <<-'B' 2>&1\n@", "x"), "! in a here-document");
  EXPECT_EQ(filled("echo $(echo @)", "x"), "! inside `$(…)`");
  EXPECT_EQ(filled("echo \"$(echo \"@\")\"", "x"), "! inside `$(…)`");
  EXPECT_EQ(filled("echo `echo @`", "x"), "! inside backticks");
  EXPECT_EQ(filled("echo ${a:-@}", "x"), "! inside `${…}`");
  EXPECT_EQ(filled("echo ${a:-\"b}\"} @", "x"), "! behind `${…}`");
  EXPECT_EQ(filled("a=$(case b in b) c;; esac) @", "x"), "! behind `case` inside `$(…)`");
  EXPECT_EQ(filled("echo $'@'", "x"), "! behind `$'`");
  EXPECT_EQ(filled("echo $@", "x"), "! behind a `$`");
  EXPECT_EQ(filled("echo \"$@\"", "x"), "! behind a `$`");
  EXPECT_EQ(filled("echo \\@", "x"), "! behind a backslash");
  EXPECT_EQ(filled("a # @", "x"), "! in a comment");
}

TEST(ShellContext, KnowsWhatASecondShellReads) {
  constexpr const char* kAgain = "! in words that a second shell reads";
  for (const char* line :
       {"sh -c \"echo @\"", "sudo bash -lc 'echo @'", "/bin/sh -e -c @", "su - tizza -c 'echo @'",
        "su --command='echo @'", "eval @", "a && sudo -u b ssh h1 c @",
        "find . -exec sh -c 'a @' \\;", "x 2>&1 | bash -c \"@\"", "A=1 timeout 5s ssh h1 \"@\"",
        "ssh h1 \"$(a)\" @", "ssh -A -p 22 h1 @"}) {
    EXPECT_EQ(filled(line, "x"), kAgain) << line;
  }
  for (const char* line :
       {"sh -c 'echo \"$1\"' sh @", "bash -x ./a.sh @", "bash a.sh -c @", "systemctl restart ssh @",
        "ssh -Av -p @ @", "ssh -i @ h1 a; b @", "su tizza @", "ssh h1; echo @", "echo sh -x @"}) {
    EXPECT_EQ(filled(line, "x").find('!'), std::string::npos) << line;
  }
}

}  // namespace
}  // namespace tizza::expr
