#include <gtest/gtest.h>

#include "scaffold/cookiecutter/rendering.hpp"

namespace tizza::scaffold::cookiecutter {
namespace {

TEST(MatchesPattern, TakesSlashesToo) {
  EXPECT_TRUE(matches_pattern("a/b/c.html", "*.html"));
  EXPECT_TRUE(matches_pattern("a/b/c", "a/*/c"));
  EXPECT_TRUE(matches_pattern("a/b/x/c", "a/*/c"));
  EXPECT_TRUE(matches_pattern("", "*"));
  EXPECT_FALSE(matches_pattern("a.html5", "*.html"));
  EXPECT_FALSE(matches_pattern("b/a", "a"));
}

TEST(MatchesPattern, KnowsClasses) {
  EXPECT_TRUE(matches_pattern("b.md", "[a-c].md"));
  EXPECT_FALSE(matches_pattern("b.md", "[!a-c].md"));
  EXPECT_TRUE(matches_pattern("].md", "[]].md"));
  EXPECT_TRUE(matches_pattern("[x", "[x"));
  EXPECT_TRUE(matches_pattern("a1", "a?"));
  EXPECT_FALSE(matches_pattern("a", "a?"));
}

TEST(MatchesPattern, EndsWithManyStars) {
  const std::string path(5000, 'a');
  std::string pattern;
  for (int i = 0; i < 50; ++i) pattern += "*a";
  EXPECT_TRUE(matches_pattern(path, pattern + "*"));
  EXPECT_FALSE(matches_pattern(path, pattern + "b"));
}

TEST(IsBinary, GoesByEndingAndContent) {
  EXPECT_TRUE(is_binary("a/logo.PNG", "text"));
  EXPECT_TRUE(is_binary("a.txt", std::string_view("a\0b", 3)));
  EXPECT_TRUE(is_binary("a.txt", "\xff\xfe"));
  EXPECT_FALSE(is_binary("a.txt", "árvíz\n"));
  EXPECT_FALSE(is_binary(".png", "a hidden file"));
  EXPECT_FALSE(is_binary("png", ""));
}

}  // namespace
}  // namespace tizza::scaffold::cookiecutter
