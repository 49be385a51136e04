#include "base/natural.hpp"

#include <gtest/gtest.h>

namespace tizza {
namespace {

TEST(Natural, DropsZerosInFront) {
  EXPECT_EQ(Natural::from_digits("007").text(), "7");
  EXPECT_EQ(Natural::from_digits("000").text(), "0");
  EXPECT_TRUE(Natural::from_digits("0").is_zero());
}

TEST(Natural, ComparesByValueWhateverTheLength) {
  EXPECT_LT(Natural(9), Natural(10));
  EXPECT_LT(Natural::from_digits("18446744073709551615"),
            Natural::from_digits("18446744073709551616"));
  EXPECT_EQ(Natural::from_digits("010"), Natural(10));
}

TEST(Natural, CountsOnPastEveryNine) {
  EXPECT_EQ(Natural(0).next().text(), "1");
  EXPECT_EQ(Natural(199).next().text(), "200");
  EXPECT_EQ(Natural::from_digits("99999999999999999999").next().text(), "100000000000000000000");
}

TEST(Natural, KnowsDigits) {
  EXPECT_TRUE(is_all_digits("0123"));
  EXPECT_FALSE(is_all_digits(""));
  EXPECT_FALSE(is_all_digits("1a"));
  EXPECT_FALSE(is_all_digits("-1"));
}

}  // namespace
}  // namespace tizza
