#include "schema/equality.hpp"

#include <gtest/gtest.h>

#include "text/reader.hpp"

namespace tizza::schema {
namespace {

bool are_equal(const char* left, const char* right) {
  const auto a = read_yaml(std::make_shared<Source>("a", left));
  const auto b = read_yaml(std::make_shared<Source>("b", right));
  const bool result = equal((*a)->root(), (*b)->root());
  if (result) {
    EXPECT_EQ(hash((*a)->root()), hash((*b)->root())) << left << " " << right;
  }
  return result;
}

TEST(Equality, NumbersByValueAndMembersInAnyOrder) {
  EXPECT_TRUE(are_equal("1.0", "1"));
  EXPECT_TRUE(are_equal("{a: 1, b: [x]}", "{b: [x], a: 1e0}"));
  EXPECT_TRUE(are_equal("~", "null"));
  EXPECT_TRUE(are_equal("+.inf", ".inf"));
  EXPECT_TRUE(are_equal("'a'", "a"));
}

TEST(Equality, TypesAndOrderOfListsCount) {
  EXPECT_FALSE(are_equal("1", "'1'"));
  EXPECT_FALSE(are_equal("false", "0"));
  EXPECT_FALSE(are_equal("[1, 2]", "[2, 1]"));
  EXPECT_FALSE(are_equal("{a: 1}", "{a: 1, b: 2}"));
  EXPECT_FALSE(are_equal("{a: 1}", "{b: 1}"));
  EXPECT_FALSE(are_equal("[]", "{}"));
  EXPECT_FALSE(are_equal("9007199254740993", "9007199254740992"));
}

}  // namespace
}  // namespace tizza::schema
