#include "base/source.hpp"

#include <gtest/gtest.h>

namespace tizza {
namespace {

TEST(Source, CountsLinesByEveryLineEnd) {
  const Source source("a", "one\ntwo\r\nthree\rfour");
  EXPECT_EQ(source.line_count(), 4u);
  EXPECT_EQ(source.line(1), "one");
  EXPECT_EQ(source.line(2), "two");
  EXPECT_EQ(source.line(3), "three");
  EXPECT_EQ(source.line(4), "four");
  EXPECT_EQ(source.line(5), "");
}

TEST(Source, CountsColumnsInCodePointsAndTabsAsOne) {
  const Source source("a", "x: \xC3\xA9\t\xF0\x9F\x8D\x95!\n");
  EXPECT_EQ(source.position(3), (Position{1, 4}));
  EXPECT_EQ(source.position(5), (Position{1, 5}));
  EXPECT_EQ(source.position(6), (Position{1, 6}));
  EXPECT_EQ(source.position(10), (Position{1, 7}));
}

TEST(Source, TakesOffsetsBehindTheEndAsTheEnd) {
  const Source source("a", "ab");
  EXPECT_EQ(source.position(99), (Position{1, 3}));
  EXPECT_EQ(source.slice({1, 99}), "b");
  EXPECT_EQ(source.slice({50, 99}), "");
}

TEST(Source, KnowsTheByteOfAPlace) {
  const Source source("a", "ab\n\xC3\xA9z\n");
  for (const uint32_t offset : {0u, 1u, 2u, 3u, 5u, 6u, 7u}) {
    EXPECT_EQ(source.offset(source.position(offset)), offset);
  }
  EXPECT_EQ(source.offset({2, 40}), 6u) << "a column behind the line is the line's end";
}

TEST(Source, HasOneLineWhenEmpty) {
  const Source source("a", "");
  EXPECT_EQ(source.line_count(), 1u);
  EXPECT_EQ(source.position(0), (Position{1, 1}));
}

}  // namespace
}  // namespace tizza
