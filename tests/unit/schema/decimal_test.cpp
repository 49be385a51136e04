#include "schema/decimal.hpp"

#include <gtest/gtest.h>

namespace tizza::schema {
namespace {

Decimal number(std::string_view text) {
  const auto parsed = Decimal::parse(text);
  EXPECT_TRUE(parsed.has_value()) << text;
  return parsed.value_or(Decimal());
}

TEST(Decimal, OneValueHasOneForm) {
  for (const char* text : {"100", "1e2", "1.0E+2", "+100.00", "0100", "0x64", "0o144"}) {
    EXPECT_EQ(number(text).canonical(), "1e2") << text;
  }
  EXPECT_EQ(number("-0.0").canonical(), "0");
  EXPECT_EQ(number(".5").canonical(), "5e-1");
}

TEST(Decimal, OrderIsThatOfTheValues) {
  const char* ascending[] = {"-1e400", "-10", "-9.99", "-0.001", "0",
                             "1e-400", "0.1", "0.11",  "9",      "18446744073709551616"};
  for (size_t i = 0; i < std::size(ascending); ++i) {
    for (size_t j = 0; j < std::size(ascending); ++j) {
      EXPECT_EQ(number(ascending[i]) <=> number(ascending[j]), i <=> j)
          << ascending[i] << " " << ascending[j];
    }
  }
}

TEST(Decimal, MultiplesAreExact) {
  EXPECT_TRUE(number("0.0075").is_multiple_of(number("0.0001")));
  EXPECT_FALSE(number("0.00751").is_multiple_of(number("0.0001")));
  EXPECT_TRUE(number("1e308").is_multiple_of(number("0.5")));
  EXPECT_TRUE(number("19.99").is_multiple_of(number("0.01")));
  EXPECT_TRUE(number("0").is_multiple_of(number("7")));
  EXPECT_FALSE(number("7").is_multiple_of(number("0")));
  EXPECT_TRUE(number("12345678901234567890123456789").is_multiple_of(number("9")));
  EXPECT_FALSE(number("35").is_multiple_of(number("1e1")));
}

TEST(Decimal, RefusesWhatIsNoNumber) {
  for (const char* text : {"", ".", "-", ".inf", ".nan", "1e", "1x", "0x", "e5", "1e+"}) {
    EXPECT_FALSE(Decimal::parse(text).has_value()) << text;
  }
  EXPECT_TRUE(number("1e99999999999999999999").is_integer());
}

}  // namespace
}  // namespace tizza::schema
