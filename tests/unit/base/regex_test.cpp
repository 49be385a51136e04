#include "base/regex.hpp"

#include <gtest/gtest.h>

namespace tizza {
namespace {

bool matches(std::string_view pattern, std::string_view text) {
  const auto regex = Regex::compile(pattern);
  EXPECT_TRUE(regex.ok()) << regex.error().diagnostic.message;
  return regex.ok() && regex->search(text) == RegexOutcome::kMatch;
}

std::string error_of(std::string_view pattern) {
  const auto regex = Regex::compile(pattern);
  return regex.ok() ? "none" : regex.error().diagnostic.message;
}

TEST(Regex, EcmaClassesAreThoseOfEcma) {
  EXPECT_TRUE(matches(R"(^\d+$)", "42"));
  EXPECT_FALSE(matches(R"(^\d$)", "\xDF\x80"));  // NKO digit zero
  EXPECT_FALSE(matches(R"(^\w$)", "\xC3\xA9"));
  EXPECT_TRUE(matches(R"(^\s$)", "\xC2\xA0"));
  EXPECT_TRUE(matches(R"(^\s$)", "\xEF\xBB\xBF"));
  EXPECT_TRUE(matches(R"(^\s$)", "\v"));
  EXPECT_FALSE(matches(R"(^\S$)", "\xE2\x80\xA8"));
  EXPECT_TRUE(matches(R"(^[\S]$)", "x"));
  EXPECT_FALSE(matches(R"(^[\S]$)", "\xE2\x80\x83"));  // em space
  EXPECT_TRUE(matches(R"(^[\s\S]+$)", "a\n b"));
}

TEST(Regex, DollarAndDotStopAtLineEndsAsInEcma) {
  EXPECT_FALSE(matches("^abc$", "abc\n"));
  EXPECT_TRUE(matches("^abc$", "abc"));
  EXPECT_FALSE(matches("^.$", "\r"));
  EXPECT_FALSE(matches("^.$", "\xE2\x80\xA9"));
  EXPECT_TRUE(matches("^.$", "\xF0\x9F\x8D\x95"));
}

TEST(Regex, UnicodeEscapesAndProperties) {
  EXPECT_TRUE(matches(R"(^\u00e9$)", "\xC3\xA9"));
  EXPECT_TRUE(matches(R"(^\u{1F355}$)", "\xF0\x9F\x8D\x95"));
  EXPECT_TRUE(matches(R"(^\uD83C\uDF55$)", "\xF0\x9F\x8D\x95"));
  EXPECT_TRUE(matches(R"(^[\uD83C\uDF55]$)", "\xF0\x9F\x8D\x95"));
  EXPECT_TRUE(matches(R"(^\p{Letter}\p{Nd}\P{L}$)",
                      "\xC3\xA9"
                      "4-"));
  EXPECT_TRUE(matches(R"(^\p{Script=Greek}[\p{gc=Uppercase_Letter}]$)",
                      "\xCE\xB1"
                      "A"));
  EXPECT_TRUE(matches(R"(^\cA\x41\0$)", std::string_view("\x01"
                                                         "A\0",
                                                         3)));
}

TEST(Regex, ClassesHoldWhatPcreWouldReadDifferently) {
  EXPECT_TRUE(matches("^[[:a]+$", "[:a"));
  EXPECT_TRUE(matches(R"(^[\w-.]+$)", "a-."));
  EXPECT_TRUE(matches("^[a-]+$", "a-"));
  EXPECT_TRUE(matches("^[^]$", "\n"));
  EXPECT_FALSE(matches("[]", "a"));
  EXPECT_TRUE(matches(R"(^[\b]$)", "\b"));
  EXPECT_TRUE(matches(R"(^[a\]]+$)", "]a"));
  EXPECT_TRUE(matches("^a{,3}$", "a{,3}"));
  EXPECT_TRUE(matches("^a{2,3}?$", "aaa"));
  EXPECT_TRUE(matches(R"(^\-\@\/$)", "-@/"));
}

TEST(Regex, WhatIsNotEcmaIsAnErrorWithItsPlace) {
  EXPECT_EQ(error_of("a\\Z"),
            "pattern `a\\Z` cannot be used: `\\Z` is not in ECMA-262 (character 2)");
  EXPECT_EQ(error_of("(?i)a"),
            "pattern `(?i)a` cannot be used: this kind of group is not in ECMA-262 (character 1)");
  EXPECT_NE(error_of("(*ACCEPT)"), "none");
  EXPECT_NE(error_of("a++"), "none");
  EXPECT_NE(error_of("[a"), "none");
  EXPECT_NE(error_of("[z-a]"), "none");
  EXPECT_NE(error_of("\\"), "none");
  EXPECT_NE(error_of("\\u12"), "none");
  EXPECT_NE(error_of("\\p{Pizza}"), "none");
  EXPECT_NE(error_of("\\1"), "none");
  EXPECT_EQ(error_of("\xC3\xA9(b"),
            "pattern `\xC3\xA9(b` cannot be used: missing closing parenthesis (character 4)");
}

TEST(Regex, FindGivesGroups) {
  const auto regex = Regex::compile(R"((?<name>[a-z]+)(=)?(\d+))");
  ASSERT_TRUE(regex.ok());
  RegexMatch match;
  ASSERT_EQ(regex->find("-- ab12 cd=34", match), RegexOutcome::kMatch);
  EXPECT_EQ(match.begin, 3u);
  EXPECT_EQ(match.end, 7u);
  EXPECT_EQ(match.groups[1], "ab");
  EXPECT_EQ(match.groups[2], std::nullopt);
  EXPECT_EQ(match.groups[3], "12");
  ASSERT_EQ(regex->find("-- ab12 cd=34", match, 7), RegexOutcome::kMatch);
  EXPECT_EQ(match.groups[0], "cd=34");
  EXPECT_EQ(regex->find("ab", match, 3), RegexOutcome::kNoMatch);
}

TEST(Regex, GivesUpInsteadOfHanging) {
  const auto regex = Regex::compile("^(a+)+$");
  ASSERT_TRUE(regex.ok());
  EXPECT_EQ(regex->search(std::string(40, 'a') + "b"), RegexOutcome::kGaveUp);
}

TEST(Regex, InvalidUtf8NeverMatches) {
  EXPECT_FALSE(matches("^.$", "\xFF"));
  EXPECT_FALSE(matches("a", ""));
  EXPECT_TRUE(matches("", std::string_view()));
}

TEST(Regex, EscapedTextMatchesItself) {
  const std::string text = "a.b*c+(d)[e]{f}|^$\\/-g";
  EXPECT_TRUE(matches("^" + escape_regex(text) + "$", text));
}

TEST(Regex, PcreSyntaxIsTakenAsItIs) {
  const auto regex = Regex::compile("(?i)^PIZZA$", RegexSyntax::kPcre);
  ASSERT_TRUE(regex.ok());
  EXPECT_EQ(regex->search("pizza"), RegexOutcome::kMatch);
  EXPECT_EQ(regex->search("pizza\n"), RegexOutcome::kNoMatch);
}

}  // namespace
}  // namespace tizza
